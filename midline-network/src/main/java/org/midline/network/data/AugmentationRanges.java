package org.midline.network.data;

/**
 * How far patches are changed. Each quantity is drawn evenly from its range, for each patch anew.
 *
 * @param shiftMm along each axis, plus or minus
 * @param rotationDeg about each axis, plus or minus
 * @param scale smallest factor of size below and above 1: 0.15 means 0.85 to 1.15
 * @param elasticMm standard deviation of the control points' displacement
 * @param mirrorLeftRight whether half of the patches are mirrored
 * @param gamma exponents between its inverse and itself
 * @param contrast like {@code scale}, for intensities; brightness moves by as much in standard deviations
 * @param biasField standard deviation of the logarithm of the field's control points
 * @param noise largest standard deviation of the noise, in standard deviations of the image
 * @param blurChance part of the patches that are blurred
 */
public record AugmentationRanges(
        double shiftMm,
        double rotationDeg,
        double scale,
        double elasticMm,
        boolean mirrorLeftRight,
        double gamma,
        double contrast,
        double biasField,
        double noise,
        double blurChance) {

    /** For training on the region: the localiser may miss the centre by centimetres. */
    public static AugmentationRanges region() {
        return new AugmentationRanges(14, 15, 0.15, 2.5, true, 1.5, 0.2, 0.15, 0.2, 0.3);
    }

    /** For training on the head: any pose and field of view. */
    public static AugmentationRanges head() {
        return new AugmentationRanges(30, 20, 0.2, 3, true, 1.5, 0.2, 0.2, 0.2, 0.3);
    }

    /** Nothing changed. */
    public static AugmentationRanges none() {
        return new AugmentationRanges(0, 0, 0, 0, false, 1, 0, 0, 0, 0);
    }
}
