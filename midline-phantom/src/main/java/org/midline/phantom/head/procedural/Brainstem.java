package org.midline.phantom.head.procedural;

import org.midline.phantom.head.Tissue;

/**
 * Midbrain, pons, medulla and cord: half-ellipses front and back, stacked along a bent axis in the midline, grooved in
 * front; the midbrain's peduncles and colliculi are added.
 */
final class Brainstem {
    private static final int TOP_Z = 0;
    private static final int BOTTOM_Z = -130;
    static final double PONS_TOP_Z = -19;
    static final double PONS_BOTTOM_Z = -45.5;
    static final double MEDULLA_BOTTOM_Z = -72;

    /** z, y of the axis, half width, radius to the front, radius to the back, depth of the groove in front. */
    private static final double[][] PROFILE = {
        {TOP_Z, 25, 5, 3, 5, 0},
        {-5, 25, 12, 5, 10.5, 0},
        {-10, 24.5, 14.5, 6, 11.5, 0},
        {-16, 24, 15, 8.5, 11, 0},
        {-20, 24.5, 15.5, 11.5, 10, 1.2},
        {-25, 25, 18, 14.5, 10, 1.3},
        {-32, 25.5, 19, 15.5, 10, 1.4},
        {-38, 26.5, 17.5, 14.5, 10, 1.4},
        {-43, 29, 13, 12, 9, 0.8},
        {-48, 32, 9.8, 9.5, 7.5, 1.2},
        {-55, 35.5, 9, 8, 7, 1.2},
        {-64, 38.5, 7.5, 6.8, 6.2, 1},
        {-72, 41, 6.3, 6, 6, 0.8},
        {-90, 44, 6.2, 5.6, 5.6, 0.6},
        {BOTTOM_Z, 47, 6, 5.4, 5.4, 0.5},
    };

    private static final int COLUMNS = 5;
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
        double radiusY;
        if (dy < 0) {
            double groove = Solids.mix(a[4], b[4], t) * Math.max(0, 1 - x * x / 12);
            radiusY = Solids.mix(a[2], b[2], t) - groove;
        } else {
            radiusY = Solids.mix(a[3], b[3], t);
        }
        radiusY = radiusY * scale + marginMm;
        double radiusX = Solids.mix(a[1], b[1], t) * scale + marginMm;
        double level = x * x / (radiusX * radiusX) + dy * dy / (radiusY * radiusY);
        return z > -22 ? Math.min(level, peduncleAndTectum(Math.abs(x), y, z, scale, marginMm)) : level;
    }

    /** The cerebral peduncles, apart above and joined where they enter the pons, and the colliculi behind. */
    private static double peduncleAndTectum(double a, double y, double z, double scale, double marginMm) {
        double u = (a - scale * (8.6 + 0.3 * (z + 12))) / (7.4 * scale + marginMm);
        double v = (y - (18.2 - 0.18 * (z + 12))) / (8.2 * scale + marginMm);
        double w = z < -17 ? (z + 17) / 6 : Math.max(0, (z + 6) / 7.5);
        double peduncle = u * u + v * v + w * w;
        if (y < 30) {
            return peduncle;
        }
        double p = (a - 5.2 * scale) / (4.2 * scale + marginMm);
        double q = (y - 34) / (4 * scale + marginMm);
        double upper = (z + 4.5) / (3.8 * scale + marginMm);
        double lower = (z + 11.5) / (3.4 * scale + marginMm);
        return Math.min(peduncle, p * p + q * q + Math.min(upper * upper, lower * lower));
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
            return Tissue.MIDBRAIN;
        }
        if (tilted > PONS_BOTTOM_Z) {
            return Tissue.PONS;
        }
        return z > MEDULLA_BOTTOM_Z ? Tissue.MEDULLA : Tissue.SPINAL_CORD;
    }

    private static float[][] table() {
        var table = new float[TOP_Z - BOTTOM_Z + 1][COLUMNS];
        int row = 0;
        for (int n = 0; n < table.length; n++) {
            double z = TOP_Z - n;
            while (row + 2 < PROFILE.length && PROFILE[row + 1][0] > z) {
                row++;
            }
            double t = (PROFILE[row][0] - z) / (PROFILE[row][0] - PROFILE[row + 1][0]);
            for (int column = 0; column < COLUMNS; column++) {
                table[n][column] = (float) Solids.mix(PROFILE[row][column + 1], PROFILE[row + 1][column + 1], t);
            }
        }
        return smoothed(smoothed(table));
    }

    private static float[][] smoothed(float[][] table) {
        var result = new float[table.length][COLUMNS];
        for (int n = 0; n < table.length; n++) {
            for (int column = 0; column < COLUMNS; column++) {
                float before = table[Math.max(0, n - 1)][column];
                float after = table[Math.min(table.length - 1, n + 1)][column];
                result[n][column] = 0.25f * before + 0.5f * table[n][column] + 0.25f * after;
            }
        }
        return result;
    }
}
