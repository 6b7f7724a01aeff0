package org.midline.phantom.scanner;

/**
 * Faint copies of the head along the phase direction, from movement that repeats during the scan. They lie at multiples
 * of one distance, wrap around the field of view and add with phases of their own.
 *
 * @param strength of the first copy to either side, relative to the head
 * @param shift between copies, as a share of the field of view
 * @param phaseRad of the first copy; the others follow from it
 * @param uneven how much the strength varies from slice to slice, 0 for the same in all
 */
record MotionGhosts(double strength, double shift, double phaseRad, double uneven) {
    static final MotionGhosts NONE = new MotionGhosts(0, 0, 0, 0);
    private static final int ORDERS = 2;

    /**
     * Adds the copies.
     *
     * @param source what moves, i fastest
     * @param real gets the part in phase with the head
     * @param imaginary gets the part a quarter turn ahead
     */
    void add(float[] source, float[] real, float[] imaginary, Frame frame) {
        if (strength == 0) {
            return;
        }
        int pixels = Math.max(1, (int) Math.round(shift * frame.phaseSize()));
        for (int k = 0; k < frame.sizeK(); k++) {
            double here = strength * (1 + uneven * Math.sin(2.4 * k + phaseRad));
            for (int order = 1; order <= ORDERS; order++) {
                double amplitude = here / (order * order);
                for (int side = -1; side <= 1; side += 2) {
                    double angle = order * phaseRad + (side > 0 ? 0 : 2.1);
                    frame.addShifted(source, real, k, side * order * pixels, (float) (amplitude * Math.cos(angle)));
                    frame.addShifted(
                            source, imaginary, k, side * order * pixels, (float) (amplitude * Math.sin(angle)));
                }
            }
        }
    }
}
