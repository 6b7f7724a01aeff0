package org.midline.phantom.head.procedural;

import org.midline.phantom.head.Tissue;

/** Midbrain, pons, medulla and cord: half-ellipses front and back, stacked along a bent axis in the midline. */
final class Brainstem {
    private static final int TOP_Z = 0;
    private static final int BOTTOM_Z = -130;
    static final double PONS_TOP_Z = -19;
    static final double PONS_BOTTOM_Z = -45.5;
    static final double MEDULLA_BOTTOM_Z = -72;

    /** z, y of the axis, half width, radius to the front, radius to the back. */
    private static final double[][] PROFILE = {
        {TOP_Z, 24, 12, 7, 10},
        {-5, 24, 16, 10.5, 13},
        {-10, 23.5, 17, 12, 13.5},
        {-16, 23.5, 16, 11, 12},
        {-20, 24, 15.5, 12, 11},
        {-25, 25, 17, 14.5, 11},
        {-32, 25.5, 18, 15, 11},
        {-38, 26.5, 17, 14.5, 11},
        {-44, 29, 12.5, 12, 9.5},
        {-48, 32, 9.5, 9.5, 8},
        {-55, 35.5, 9, 8, 7},
        {-64, 38.5, 7.5, 6.8, 6.2},
        {-72, 41, 6.3, 6, 6},
        {-90, 44, 6.2, 5.6, 5.6},
        {BOTTOM_Z, 47, 6, 5.4, 5.4},
    };

    private static final float[][] TABLE = table();

    private Brainstem() {}

    /** Squared relative distance from the axis: below 1 inside, with {@code marginMm} more all around. */
    static double level(double x, double y, double z, double scale, double marginMm) {
        if (z >= TOP_Z || z <= BOTTOM_Z + 1 || Math.abs(x) > 40) {
            return 9;
        }
        double u = TOP_Z - z;
        int n = (int) u;
        double t = u - n;
        float[] a = TABLE[n];
        float[] b = TABLE[n + 1];
        double cy = Solids.mix(a[0], b[0], t);
        double dy = y - cy;
        double radiusY = (dy < 0 ? Solids.mix(a[2], b[2], t) : Solids.mix(a[3], b[3], t)) * scale + marginMm;
        double radiusX = Solids.mix(a[1], b[1], t) * scale + marginMm;
        return x * x / (radiusX * radiusX) + dy * dy / (radiusY * radiusY);
    }

    /** y of the axis at a height. */
    static double axisY(double z) {
        int n = (int) Math.max(0, Math.min(TOP_Z - BOTTOM_Z - 1, TOP_Z - z));
        return TABLE[n][0];
    }

    /** y of the front surface at a height. */
    static double frontY(double z, double scale) {
        int n = (int) Math.max(0, Math.min(TOP_Z - BOTTOM_Z - 1, TOP_Z - z));
        return TABLE[n][0] - scale * TABLE[n][2];
    }

    /** The tissue inside: midbrain with its aqueduct, pons, medulla, cord. */
    static Tissue tissue(double x, double y, double z, double ventricleScale) {
        if (z > -22 && z < -2) {
            double fromAqueduct = y - (31 - 0.28 * (z + 4));
            double radius = 1.1 * ventricleScale;
            if (x * x + fromAqueduct * fromAqueduct < radius * radius) {
                return Tissue.VENTRICLE;
            }
        }
        double tilted = z - 0.12 * (y - 25);
        if (tilted > PONS_TOP_Z) {
            boolean notch = Math.abs(x) < 3.5 && y < 16 && z > PONS_TOP_Z;
            return notch ? Tissue.CSF : Tissue.MIDBRAIN;
        }
        if (tilted > PONS_BOTTOM_Z) {
            return Tissue.PONS;
        }
        return z > MEDULLA_BOTTOM_Z ? Tissue.MEDULLA : Tissue.SPINAL_CORD;
    }

    private static float[][] table() {
        var table = new float[TOP_Z - BOTTOM_Z + 1][4];
        int row = 0;
        for (int n = 0; n < table.length; n++) {
            double z = TOP_Z - n;
            while (row + 2 < PROFILE.length && PROFILE[row + 1][0] > z) {
                row++;
            }
            double t = (PROFILE[row][0] - z) / (PROFILE[row][0] - PROFILE[row + 1][0]);
            for (int column = 0; column < 4; column++) {
                table[n][column] = (float) Solids.mix(PROFILE[row][column + 1], PROFILE[row + 1][column + 1], t);
            }
        }
        return smoothed(smoothed(table));
    }

    private static float[][] smoothed(float[][] table) {
        var result = new float[table.length][4];
        for (int n = 0; n < table.length; n++) {
            for (int column = 0; column < 4; column++) {
                float before = table[Math.max(0, n - 1)][column];
                float after = table[Math.min(table.length - 1, n + 1)][column];
                result[n][column] = 0.25f * before + 0.5f * table[n][column] + 0.25f * after;
            }
        }
        return result;
    }
}
