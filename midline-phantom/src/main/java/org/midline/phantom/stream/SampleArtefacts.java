package org.midline.phantom.stream;

import org.midline.phantom.noise.Draw;
import org.midline.phantom.scanner.Protocol;

/**
 * What coils, reconstruction and the patient's movement add to an image.
 *
 * @param logBias logarithm of the coils' relative sensitivity
 * @param blur weight of each neighbour in a three-point filter along both axes of the slice, 0 for none
 * @param ringing undershoot beside an edge along the columns, relative to the edge, 0 for none
 * @param ghost strength of a ghost along the columns, 0 for none
 * @param ghostShiftMm how far it lies from the head
 * @param noiseSeed for the noise itself
 */
record SampleArtefacts(
        CoarseField logBias, double blur, double ringing, double ghost, double ghostShiftMm, long noiseSeed) {
    private static final double BIAS_CONTROL_MM = 72;

    /** The variance of a cubic B-spline of independent control points is about a ninth of theirs. */
    private static final double CONTROL_PER_FIELD = 3;

    static SampleArtefacts draw(Protocol protocol, double[] reachMm, Draw draw) {
        return new SampleArtefacts(
                CoarseField.draw(reachMm, BIAS_CONTROL_MM, CONTROL_PER_FIELD * protocol.biasAmplitude(), draw),
                draw.chance(0.3) ? draw.uniform(0, 0.25) : 0,
                draw.chance(0.5) ? draw.uniform(0, 0.08) : 0,
                draw.chance(0.25) ? draw.uniform(0, 0.06) : 0,
                draw.uniform(25, 70),
                draw.nextLong());
    }
}
