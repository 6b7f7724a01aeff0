package org.midline.phantom.tumour;

import org.midline.phantom.head.Tissue;

/** Where the tumour starts. */
public enum TumourSite {
    PONS(Tissue.PONS),
    THALAMUS(Tissue.THALAMUS),
    MIDBRAIN(Tissue.MIDBRAIN),
    MEDULLA(Tissue.MEDULLA),
    CEREBELLAR_PEDUNCLE(Tissue.CEREBELLAR_WHITE_MATTER),
    /** Where the medulla becomes the spinal cord. */
    CERVICOMEDULLARY(Tissue.SPINAL_CORD);

    private final Tissue tissue;

    TumourSite(Tissue tissue) {
        this.tissue = tissue;
    }

    public Tissue tissue() {
        return tissue;
    }
}
