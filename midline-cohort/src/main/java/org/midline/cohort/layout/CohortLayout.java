package org.midline.cohort.layout;

/** The layouts of a cohort's folder that are recognised. */
public enum CohortLayout {
    MIDLINE("Midline (cohort.json)"),
    NNUNET("nnU-Net raw dataset (dataset.json, imagesTr, labelsTr)"),
    BIDS("BIDS with derivatives (sub-*/anat, derivatives/*/sub-*)"),
    BRATS("BraTS (ID-t1c, -t2w, -t2f, -seg or ID_t1ce, _t2, _flair, _seg)");

    private final String title;

    CohortLayout(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
