package org.midline.phantom.expert;

import org.midline.phantom.noise.Draw;

/**
 * How one expert draws one image.
 *
 * @param errorMm standard deviation of the border's error along the border
 * @param correlationMm over which the error changes
 * @param habitMm by how much the border is drawn too wide all around; below 0 too tight
 * @param sliceErrorMm standard deviation of what each slice is drawn too wide
 * @param sliceShiftMm standard deviation of each slice's shift in the plane, along each axis
 * @param endErrorMm standard deviation of the place where drawing starts and ends, across the slices; a quarter of a
 *     slice is added to it
 */
record ExpertHand(
        double errorMm,
        double correlationMm,
        double habitMm,
        double sliceErrorMm,
        double sliceShiftMm,
        double endErrorMm) {

    static ExpertHand draw(Draw draw) {
        return new ExpertHand(
                draw.uniform(1, 1.8), draw.uniform(8, 15), draw.normal(0, 0.5), 0.4, 0.4, draw.uniform(0.8, 1.6));
    }
}
