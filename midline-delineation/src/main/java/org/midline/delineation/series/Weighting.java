package org.midline.delineation.series;

/** What an image's contrast is governed by, as far as it matters here. */
enum Weighting {
    T1("T1"),
    T2("T2"),
    FLAIR("FLAIR"),
    PROTON_DENSITY("proton density"),
    STIR("STIR"),
    T2_STAR("T2*"),
    ECHO_PLANAR("echo-planar"),
    UNTOLD("untold");

    private final String title;

    Weighting(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
