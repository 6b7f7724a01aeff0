package org.midline.phantom.head.procedural;

/**
 * The cavity of the skull in template mm (x left, y posterior, z superior, origin midway between the commissures): a
 * rounded box, cut from below by the skull base, divided by the tentorium.
 */
final class Cranium {
    static final double CENTRE_Y = 14;
    static final double CENTRE_Z = 6;
    private static final double RADIUS_X = 70;
    private static final double RADIUS_Y = 86;
    private static final double RADIUS_Z = 70;

    private static final double ROOT_TABLE_END = 6;
    private static final int ROOT_STEPS = 3000;
    private static final float[] ROOT = rootTable();

    private static final int BASE_SIZE_A = 100;
    private static final int BASE_SIZE_Y = 240;
    private static final int BASE_OFFSET_Y = 110;
    private static final float[] BASE = baseTable();

    private Cranium() {}

    /** 0 at the centre, 1 on the inner table of the vault, more outside; homogeneous of degree one in the radius. */
    static double level(double x, double y, double z) {
        double narrowing = y < 20 ? 1 - 0.0021 * (20 - Math.max(y, -90)) : 1;
        double u = Math.abs(x) / (RADIUS_X * narrowing);
        double v = Math.abs(y - CENTRE_Y) / RADIUS_Y;
        double w = Math.abs(z - CENTRE_Z) / RADIUS_Z;
        double sum = u * u * Math.sqrt(u) + v * v * Math.sqrt(v) + w * w * Math.sqrt(w);
        if (sum >= ROOT_TABLE_END - 0.01) {
            return 2.1;
        }
        double position = sum * (ROOT_STEPS / ROOT_TABLE_END);
        int n = (int) position;
        return ROOT[n] + (ROOT[n + 1] - ROOT[n]) * (position - n);
    }

    /** Distance to the vault along the ray from the centre, positive inside, in mm. */
    static double depthMm(double x, double y, double z, double level) {
        double dy = y - CENTRE_Y;
        double dz = z - CENTRE_Z;
        return Math.sqrt(x * x + dy * dy + dz * dz) * (1 / Math.max(level, 0.02) - 1);
    }

    /** Height of the skull base's inner surface at a distance from the midline. */
    static double baseZ(double fromMidline, double y) {
        double u = Math.min(BASE_SIZE_A - 1.001, fromMidline);
        double v = Math.max(0, Math.min(BASE_SIZE_Y - 1.001, y + BASE_OFFSET_Y));
        int a = (int) u;
        int b = (int) v;
        int n = a + BASE_SIZE_A * b;
        double near = Solids.mix(BASE[n], BASE[n + 1], u - a);
        double far = Solids.mix(BASE[n + BASE_SIZE_A], BASE[n + BASE_SIZE_A + 1], u - a);
        return Solids.mix(near, far, v - b);
    }

    /** Height of the tentorium; behind the petrous ridge only. */
    static double tentoriumZ(double fromMidline, double y) {
        return -1 - 0.3 * fromMidline - (y >= 45 ? 0.42 * (y - 45) : 0.3 * (45 - y));
    }

    /** Where the petrous ridge, or on the midline the clivus, parts the middle from the posterior fossa. */
    static double petrousY(double fromMidline) {
        return 11 + 0.42 * fromMidline;
    }

    private static double shapeOfBase(double a, double y) {
        double anterior = -20 + 2 * Math.min(1, a / 30);
        double middle = Solids.mix(-27, -43 + 0.006 * (a - 35) * (a - 35), Solids.step(a, 9, 19));
        double front = Solids.mix(anterior, middle, Solids.step(y, -36, -23));
        double clivus = y < -1 ? Math.max(front, -27) : Math.max(-76, -25 - 1.45 * (y + 1));
        double ridge = petrousY(a);
        double lateral = y < ridge
                ? Solids.mix(front, -20, Solids.step(y, ridge - 15, ridge - 5))
                : Math.max(-72, -20 - 2.6 * (y - ridge));
        return Solids.mix(clivus, lateral, Solids.step(a, 11, 20));
    }

    private static float[] baseTable() {
        var table = new float[BASE_SIZE_A * BASE_SIZE_Y];
        for (int b = 0; b < BASE_SIZE_Y; b++) {
            for (int a = 0; a < BASE_SIZE_A; a++) {
                table[a + BASE_SIZE_A * b] = (float) shapeOfBase(a, b - BASE_OFFSET_Y);
            }
        }
        return table;
    }

    private static float[] rootTable() {
        var table = new float[ROOT_STEPS + 1];
        for (int n = 0; n <= ROOT_STEPS; n++) {
            table[n] = (float) Math.pow(n * ROOT_TABLE_END / ROOT_STEPS, 0.4);
        }
        return table;
    }
}
