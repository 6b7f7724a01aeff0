package org.midline.phantom.head;

import org.midline.core.Vec3;

/**
 * Mass effect: the brain pushed outward from a growing tumour while the skull stays. Given as the pull-back from where
 * a point is to where it was: {@code was = c + (is - c) (1 - strength exp(-|is - c|^2 / reach^2))}, one to one for
 * strengths below 1.
 *
 * @param centreTemplateMm in the template's frame
 * @param strength 0 to 0.6; lengths at the centre grow by 1 / (1 - strength)
 * @param reachMm distance over which the push fades
 */
public record BrainShift(Vec3 centreTemplateMm, double strength, double reachMm) {
    public static final BrainShift NONE = new BrainShift(new Vec3(0, 0, 0), 0, 1);

    public BrainShift {
        if (!(strength >= 0 && strength <= 0.6) || !(reachMm > 0)) {
            throw new IllegalArgumentException(
                    "Mass effect of strength " + strength + " and reach " + reachMm + " mm: expected 0..0.6, above 0");
        }
    }

    /** The factor on the offset from the centre at a squared distance from it. */
    double shrink(double squaredMm) {
        double u = squaredMm / (reachMm * reachMm);
        return u > 9 ? 1 : 1 - strength * Math.exp(-u);
    }
}
