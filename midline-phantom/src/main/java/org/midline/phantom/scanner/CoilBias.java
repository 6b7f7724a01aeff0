package org.midline.phantom.scanner;

import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/**
 * The receive coils' uneven sensitivity: a ring of coils that see what is near them best, combined as the root of the
 * sum of squares, times a smooth random field for all that the ring does not explain.
 *
 * @param amplitude standard deviation of the random field's logarithm
 * @param ring 0 for coils whose pattern has been corrected, 1 for an uncorrected one
 */
record CoilBias(double amplitude, double ring) {
    static final CoilBias NONE = new CoilBias(0, 0);

    private static final int COILS = 8;
    private static final double RADIUS_MM = 140;
    private static final double REACH_MM = 60;
    /** Between these points along a row the sensitivity is taken as linear. */
    private static final int STEP = 16;

    /** A random field's part, drawn once for an image. */
    Sensitivity draw(Vec3 headCentreLps, Draw draw) {
        return new Sensitivity(this, headCentreLps, new NoiseField(draw, 42, 2));
    }

    /** Where the coils are most and least sensitive in one image. */
    record Sensitivity(CoilBias bias, Vec3 headCentreLps, NoiseField field) {

        /** About 1 in the middle of the head. */
        double at(Vec3 lps) {
            double random = Math.exp(bias.amplitude * field.at(lps.x(), lps.y(), lps.z()));
            return bias.ring == 0
                    ? random
                    : random * (1 - bias.ring + bias.ring * ring(lps.minus(headCentreLps)) / ring(new Vec3(0, 0, 0)));
        }

        /** The sensitivities of a row of voxels. */
        void row(VoxelGrid grid, int j, int k, float[] row) {
            for (int i = 0; i < row.length; i += STEP) {
                int next = Math.min(row.length - 1, i + STEP);
                double here = at(grid.patientLps(i, j, k));
                double there = at(grid.patientLps(next, j, k));
                for (int m = i; m < Math.min(row.length, i + STEP); m++) {
                    row[m] = (float) (here + (there - here) * (m - i) / Math.max(1, next - i));
                }
            }
        }
    }

    /** The combined sensitivity of coils on a ring about the head's long axis. */
    static double ring(Vec3 fromCentre) {
        double sum = 0;
        for (int coil = 0; coil < COILS; coil++) {
            double angle = 2 * Math.PI * coil / COILS;
            double dx = fromCentre.x() - RADIUS_MM * Math.cos(angle);
            double dy = fromCentre.y() - RADIUS_MM * Math.sin(angle);
            double distance = (dx * dx + dy * dy + fromCentre.z() * fromCentre.z()) / (REACH_MM * REACH_MM);
            double sensitivity = 1 / (1 + distance);
            sum += sensitivity * sensitivity;
        }
        return Math.sqrt(sum);
    }
}
