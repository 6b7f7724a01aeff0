package org.midline.phantom.sheet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.midline.core.Sequence;
import org.midline.phantom.SyntheticPatient;
import org.midline.phantom.tumour.Finding;

/**
 * A row of a sheet, from memory or from a cohort on disk.
 *
 * @param caption what is known of the patient, one line
 * @param images in one patient frame; sequences may be missing
 */
public record SheetPatient(String caption, Map<Sequence, SheetImage> images) {
    public SheetPatient {
        images = Collections.unmodifiableMap(new EnumMap<>(images));
        if (images.isEmpty()) {
            throw new IllegalArgumentException("Patient without any image: " + caption);
        }
    }

    /** Caption: id, age, what was found and its volume, the head's source, the centre. */
    public static SheetPatient of(SyntheticPatient patient) {
        var images = new EnumMap<Sequence, SheetImage>(Sequence.class);
        patient.images()
                .forEach((sequence, image) ->
                        images.put(sequence, new SheetImage(image.image(), image.gtv(), image.expert())));
        String finding = patient.finding() instanceof Finding.Glioma glioma
                ? String.format(
                        Locale.ROOT,
                        "glioma, %s, %.1f ml",
                        glioma.plan().site().name().toLowerCase(Locale.ROOT),
                        patient.volumeMl())
                : patient.finding().key().replace('_', ' ');
        return new SheetPatient(
                String.format(
                        Locale.ROOT,
                        "%s  %.0f years  %s  head %s  centre %s",
                        patient.id(),
                        patient.ageYears(),
                        finding,
                        patient.headSource(),
                        patient.centre()),
                images);
    }
}
