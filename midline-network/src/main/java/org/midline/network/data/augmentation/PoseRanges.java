package org.midline.network.data.augmentation;

/**
 * How far patches are moved and bent. Each quantity is drawn evenly from its range, for each patch anew.
 *
 * @param shiftMm along each axis, plus or minus
 * @param rotationDeg about each axis, plus or minus
 * @param scale smallest factor of size below and above 1: 0.15 means 0.85 to 1.15
 * @param elasticMm standard deviation of the control points' displacement
 * @param mirrorLeftRight whether half of the patches are mirrored
 */
public record PoseRanges(double shiftMm, double rotationDeg, double scale, double elasticMm, boolean mirrorLeftRight) {
    static final PoseRanges NONE = new PoseRanges(0, 0, 0, 0, false);
}
