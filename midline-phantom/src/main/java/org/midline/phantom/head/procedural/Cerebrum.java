package org.midline.phantom.head.procedural;

import org.midline.phantom.head.Tissue;

/** Above the tentorium, outside the deep structures: folded cortex, fissures, white matter. */
final class Cerebrum {
    private final HeadTraits traits;
    private final FoldedCortex folds;

    Cerebrum(HeadTraits traits, FoldedCortex folds) {
        this.traits = traits;
        this.folds = folds;
    }

    /**
     * The tissue at a point inside the cavity.
     *
     * @param wallMm distance to bone, where the head is now
     */
    Tissue tissue(double x, double y, double z, double wallMm) {
        if (wallMm < 0.4 * traits.csfGapMm()) {
            return Tissue.CSF;
        }
        double depth = folds.depthMm(x, y, z);
        if (depth < 0) {
            return Math.abs(x) < 0.75 && CerebralHull.reachesFalx(y, z) ? Tissue.DURA : Tissue.CSF;
        }
        return depth < traits.cortexMm() ? Tissue.CORTEX : Tissue.WHITE_MATTER;
    }
}
