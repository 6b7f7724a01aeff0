package org.midline.phantom;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.midline.core.Sequence;
import org.midline.core.Study;
import org.midline.core.Volume;
import org.midline.phantom.tumour.Finding;

/**
 * A made-up patient.
 *
 * @param id such as {@code SYN-0000002A}
 * @param seed that makes this patient again
 * @param centre where it was imaged
 * @param headSource the anatomy it was made from, see {@link org.midline.phantom.head.Head#source()}
 * @param images each on its own grid, in one patient frame
 * @param volumeMl within the tumour's macroscopic border, 0 without tumour
 */
public record SyntheticPatient(
        String id,
        long seed,
        String centre,
        String headSource,
        double ageYears,
        Map<Sequence, SyntheticImage> images,
        Finding finding,
        double volumeMl) {

    public SyntheticPatient {
        images = Collections.unmodifiableMap(new EnumMap<>(images));
    }

    /** The same patient under another name. */
    public SyntheticPatient withId(String otherId) {
        return new SyntheticPatient(otherId, seed, centre, headSource, ageYears, images, finding, volumeMl);
    }

    /** The images alone, as a study. */
    public Study study() {
        var volumes = new EnumMap<Sequence, Volume>(Sequence.class);
        images.forEach((sequence, image) -> volumes.put(sequence, image.image()));
        return new Study(id, volumes);
    }
}
