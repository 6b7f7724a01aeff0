package org.midline.phantom.cohort;

import java.util.SplittableRandom;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.phantom.SyntheticImage;
import org.midline.phantom.expert.ExpertDelineation;
import org.midline.phantom.noise.Draw;

/** How well two simulated experts agree who draw the same tumour, neither knowing of the other. */
final class ExpertAgreement {
    /** Starts the second expert's stream of random numbers away from the patient's. */
    private static final long SECOND_EXPERT = 0x5DEECE66DL;

    private ExpertAgreement() {}

    /**
     * DSC of the expert whose mask the patient has and a second one.
     *
     * @param seed of the patient
     * @param image with a tumour
     */
    static double dsc(long seed, Sequence sequence, SyntheticImage image) {
        var draw = new Draw(
                new SplittableRandom(seed ^ (SECOND_EXPERT + sequence.key().hashCode())));
        return dsc(image.expert(), new ExpertDelineation(draw).delineate(image.gtv()));
    }

    private static double dsc(Mask one, Mask other) {
        int both = 0;
        for (int n = 0; n < one.inside().length; n++) {
            both += one.inside()[n] && other.inside()[n] ? 1 : 0;
        }
        return 2.0 * both / (one.voxelCount() + other.voxelCount());
    }
}
