package org.midline.phantom.sheet;

/** How much of the head a sheet shows. */
public enum SheetView {
    WHOLE_HEAD(224),
    /** Brainstem, thalami and what is around them, centred on the tumour. */
    MIDLINE(112);

    private final int sideMm;

    SheetView(int sideMm) {
        this.sideMm = sideMm;
    }

    /** Side of the square that each plane shows. */
    public int sideMm() {
        return sideMm;
    }
}
