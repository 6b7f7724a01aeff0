package org.midline.phantom.tumour;

import org.midline.phantom.head.Tissue;

/** How fast a tumour's front moves in a tissue, relative to the tissue it comes from; 0 where it cannot go. */
final class TissueSpeeds {
    private TissueSpeeds() {}

    static double of(Tissue tissue, TumourSite site) {
        boolean above = site == TumourSite.THALAMUS;
        return switch (tissue) {
            case PONS -> above ? 0.45 : 1;
            case MIDBRAIN -> above ? 0.6 : 0.7;
            case MEDULLA -> site == TumourSite.MEDULLA ? 1 : 0.45;
            case THALAMUS -> above ? 1 : 0.6;
            case WHITE_MATTER -> above ? 0.5 : 0.45;
            case CEREBELLAR_WHITE_MATTER -> 0.5;
            case BASAL_GANGLIA, PALLIDUM -> 0.3;
            case SPINAL_CORD -> 0.3;
            case CEREBELLAR_CORTEX, CORTEX -> 0.14;
            default -> 0;
        };
    }
}
