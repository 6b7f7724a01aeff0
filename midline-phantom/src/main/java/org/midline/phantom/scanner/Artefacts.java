package org.midline.phantom.scanner;

/** What is not the patient's, in one image. */
public record Artefacts(
        CoilBias bias,
        SlicePulse slicePulse,
        PointSpread pointSpread,
        MotionGhosts ghosts,
        FlowArtefact flow,
        WrapAround wrap) {

    /** A perfect scanner. */
    public static final Artefacts NONE = new Artefacts(
            CoilBias.NONE, SlicePulse.IDEAL, PointSpread.IDEAL, MotionGhosts.NONE, FlowArtefact.NONE, WrapAround.NONE);
}
