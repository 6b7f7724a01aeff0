package org.midline.phantom.stream;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.phantom.SyntheticAnatomy;

/**
 * What is to be known of a patient in a library beside the map of the materials.
 *
 * @param seed that made the anatomy
 * @param headSource see {@link org.midline.phantom.head.Head#source()}
 * @param finding see {@link org.midline.phantom.tumour.Finding#key()}
 * @param conspicuity how much a glioma differs from its host, 1 without one
 * @param volumeMl within the tumour's macroscopic border
 * @param patientToStandard see {@link org.midline.phantom.head.Head}
 * @param centreLps the middle of brainstem, thalami and tumour together: what the localiser looks for
 */
public record AnatomyFacts(
        long seed,
        String headSource,
        double ageYears,
        String finding,
        double conspicuity,
        double volumeMl,
        Affine patientToStandard,
        Vec3 centreLps) {

    static AnatomyFacts of(SyntheticAnatomy anatomy, Vec3 centreLps) {
        return new AnatomyFacts(
                anatomy.seed(),
                anatomy.head().source(),
                anatomy.head().ageYears(),
                anatomy.finding().key(),
                anatomy.conspicuity(),
                anatomy.volumeMl(),
                anatomy.head().patientToStandard(),
                centreLps);
    }
}
