package org.midline.phantom;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.midline.core.Sequence;
import org.midline.core.Study;
import org.midline.core.Volume;
import org.midline.phantom.tumour.TumourPlan;

/**
 * A made-up patient.
 *
 * @param id such as {@code SYN-0000002A}
 * @param seed that makes this patient again
 * @param images each on its own grid, in one patient frame
 * @param tumour empty for a patient without
 * @param volumeMl within the tumour's macroscopic border, 0 without tumour
 */
public record SyntheticPatient(
        String id,
        long seed,
        double ageYears,
        Map<Sequence, SyntheticImage> images,
        Optional<TumourPlan> tumour,
        double volumeMl) {

    public SyntheticPatient {
        images = Collections.unmodifiableMap(new EnumMap<>(images));
    }

    /** The images alone, as a study. */
    public Study study() {
        var volumes = new EnumMap<Sequence, Volume>(Sequence.class);
        images.forEach((sequence, image) -> volumes.put(sequence, image.image()));
        return new Study(id, volumes);
    }
}
