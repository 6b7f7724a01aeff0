package org.midline.phantom.cohort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Volume;
import org.midline.core.nifti.NiftiReader;
import org.midline.phantom.sheet.ContactSheet;
import org.midline.phantom.sheet.SheetImage;
import org.midline.phantom.sheet.SheetPatient;

/** A cohort on disk as a picture, a row a patient. */
public final class CohortSheet {
    /** Rows that fit into a picture that viewers open. */
    public static final int MOST_ROWS = 200;

    private static final int MOST_LARGE_ROWS = 30;

    private CohortSheet() {}

    /**
     * Draws the first {@link #MOST_ROWS} patients, in planes of 224 pixels where they are few and of 112 where they are
     * more than 30.
     *
     * @param file ends in .png, .jpg or .jpeg
     */
    public static void write(Path file, Cohort cohort) throws IOException {
        List<CohortPatient> patients = cohort.patients()
                .subList(0, Math.min(MOST_ROWS, cohort.patients().size()));
        var sheet = new ContactSheet(patients.size() > MOST_LARGE_ROWS ? 2 : 1);
        IntStream.range(0, patients.size()).parallel().forEach(row -> sheet.setRow(row, row(patients.get(row))));
        sheet.write(file);
    }

    private static SheetPatient row(CohortPatient patient) {
        Map<Sequence, SheetImage> images = new EnumMap<>(Sequence.class);
        patient.images().forEach((sequence, files) -> images.put(sequence, image(files)));
        return new SheetPatient(caption(patient), images);
    }

    private static SheetImage image(CohortImage files) {
        Volume image = NiftiReader.read(files.image()).volume();
        Mask gtv = files.readGtv();
        Mask expert = files.expert().map(file -> NiftiReader.read(file).mask()).orElse(gtv);
        return new SheetImage(image, gtv, expert);
    }

    private static String caption(CohortPatient patient) {
        Map<String, String> attributes = patient.attributes();
        String finding = attributes.getOrDefault("finding", "");
        if ("glioma".equals(finding)) {
            finding = String.format(
                    Locale.ROOT, "glioma, %s, %s ml", attributes.get("site"), attributes.get("volume_ml"));
        }
        return "%s  %s  %s years  %s  head %s  centre %s"
                .formatted(
                        patient.id(),
                        patient.split().key(),
                        attributes.get("age_years"),
                        finding.replace('_', ' '),
                        attributes.get("head"),
                        attributes.get("centre"));
    }
}
