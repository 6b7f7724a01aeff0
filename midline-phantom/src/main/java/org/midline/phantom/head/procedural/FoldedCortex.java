package org.midline.phantom.head.procedural;

import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/**
 * The folds of one head's cerebral cortex. The sulci are the sheets on which a random field with one dominant
 * wavelength is zero, as the folds of a buckling layer have one; the field is taken from the hull's nearest point, so
 * that a sulcus runs inwards at right angles to the surface. Deep primary sulci and shallow secondary ones have a field
 * each. Chosen for this phantom.
 *
 * <p>Kept on a lattice of {@value #SPACING_MM} mm of the template, as distances, which are smooth where tissues are
 * not.
 */
final class FoldedCortex {
    private static final int SPACING_MM = 2;
    private static final int LOW_X = -78;
    private static final int LOW_Y = -80;
    private static final int LOW_Z = -52;
    private static final int SIZE_X = 79;
    private static final int SIZE_Y = 95;
    private static final int SIZE_Z = 69;
    private static final int STRIDE_Y = SIZE_X;
    private static final int STRIDE_Z = SIZE_X * SIZE_Y;

    /** Values per lattice point: depth, distance to a primary sulcus, to a secondary one, depth limit, openness. */
    private static final int CHANNELS = 5;

    /** Where the slope of a field is less than this per mm, it has no sulcus nearby. */
    private static final double LEAST_SLOPE = 0.09;
    /** How far along the way to the hull the field is taken. */
    private static final double TOWARDS_HULL = 0.9;

    /** Weights of what both hemispheres have in common and of what each has alone; their squares add up to 1. */
    private static final float SHARED_BY_SIDES = 0.6f;

    private static final float OF_ONE_SIDE = 0.8f;
    /** Where the secondary field has this value there is a sulcus: the higher, the fewer. */
    private static final float SECONDARY_LEVEL = 0.6f;

    private final float[] nodes = new float[CHANNELS * SIZE_X * SIZE_Y * SIZE_Z];
    private final double halfWidthMm;

    FoldedCortex(HeadTraits traits, CerebralHull hull, Draw draw) {
        halfWidthMm = traits.sulcusHalfWidthMm();
        var primary = NoiseField.bandPass(draw, 3.8, 4, 10);
        var secondary = NoiseField.bandPass(draw, 3.4, 3, 8);
        var slow = new NoiseField(draw, 7, 2);
        var depth = new float[SIZE_X * SIZE_Y * SIZE_Z];
        forEachNode((n, x, y, z) -> depth[n] = (float) hull.depthMm(x, y, z));
        var first = new float[depth.length];
        var second = new float[depth.length];
        forEachNode((n, x, y, z) -> {
            double pull = TOWARDS_HULL * Math.max(-6, Math.min(24, depth[n]));
            double qx = x - pull * slope(depth, n, 1);
            double qy = y - pull * slope(depth, n, STRIDE_Y);
            double qz = z - pull * slope(depth, n, STRIDE_Z);
            float own = primary.at(qx + 97, qy + 31, qz + 13);
            first[n] = SHARED_BY_SIDES * primary.at(Math.abs(qx), qy, qz) + OF_ONE_SIDE * own;
            second[n] = secondary.at(qx, qy, qz) - SECONDARY_LEVEL;
        });
        forEachNode((n, x, y, z) -> {
            nodes[CHANNELS * n] = depth[n];
            nodes[CHANNELS * n + 1] = distance(first, n);
            nodes[CHANNELS * n + 2] = distance(second, n);
            double deep = Math.max(6, traits.sulcusDepthMm() + 3.5 * slow.at(x, y, z));
            nodes[CHANNELS * n + 3] = (float) (deep * roomForSulci(hull, x, y, z));
            nodes[CHANNELS * n + 4] = (float) Math.max(0.15, 1 + 0.5 * slow.at(x + 60, y, z + 90));
        });
    }

    /** Sulci are shallower around the lateral fissure and on the medial side, and there are none in the callosum. */
    private static double roomForSulci(CerebralHull hull, double x, double y, double z) {
        double lateral = 0.35 + 0.65 * Solids.step(hull.fromSylvianMm(x, y, z), 6, 16);
        double medial = 0.6 + 0.4 * Solids.step(Math.abs(x), 8, 20);
        return lateral * medial * (1 - CerebralHull.withinCallosum(x, y, z));
    }

    /**
     * Distance into the brain from its surface at a point: negative in the fissures and sulci, in mm where it is small.
     */
    double depthMm(double x, double y, double z) {
        double u = (x - LOW_X) / SPACING_MM;
        double v = (y - LOW_Y) / SPACING_MM;
        double w = (z - LOW_Z) / SPACING_MM;
        if (!(u >= 0 && v >= 0 && w >= 0 && u < SIZE_X - 1 && v < SIZE_Y - 1 && w < SIZE_Z - 1)) {
            return -1;
        }
        int i = (int) u;
        int j = (int) v;
        int k = (int) w;
        int n = CHANNELS * (i + STRIDE_Y * j + STRIDE_Z * k);
        double depth = at(n, u - i, v - j, w - k);
        if (depth < 0 || depth > 34) {
            return depth;
        }
        double limit = at(n + 3, u - i, v - j, w - k);
        double open = halfWidthMm * at(n + 4, u - i, v - j, w - k);
        double primary = sulcus(at(n + 1, u - i, v - j, w - k), depth, limit, open);
        double secondary = sulcus(at(n + 2, u - i, v - j, w - k), depth, 0.3 * limit, 0.6 * open);
        return Math.min(depth, Math.min(primary, secondary));
    }

    /** Distance from the walls of a sulcus: a wedge that is wide at the surface and ends at its limit of depth. */
    private static double sulcus(double fromSheet, double depth, double limit, double open) {
        double half = open * Math.max(0.5, 1.5 - depth / limit) + 0.8 * Math.max(0, 1 - depth / 2.5);
        double beyond = depth - limit;
        double distance = beyond > 0 ? Math.sqrt(fromSheet * fromSheet + beyond * beyond) : Math.abs(fromSheet);
        return distance - half;
    }

    private double at(int n, double u, double v, double w) {
        double near = plane(n, u, v);
        return near + w * (plane(n + CHANNELS * STRIDE_Z, u, v) - near);
    }

    private double plane(int n, double u, double v) {
        int next = n + CHANNELS * STRIDE_Y;
        double near = nodes[n] + u * (nodes[n + CHANNELS] - nodes[n]);
        double far = nodes[next] + u * (nodes[next + CHANNELS] - nodes[next]);
        return near + v * (far - near);
    }

    /** Signed distance to the sheet where a field is zero, to first order. */
    private static float distance(float[] field, int n) {
        double sx = slope(field, n, 1);
        double sy = slope(field, n, STRIDE_Y);
        double sz = slope(field, n, STRIDE_Z);
        return (float) (field[n] / Math.sqrt(sx * sx + sy * sy + sz * sz + LEAST_SLOPE * LEAST_SLOPE));
    }

    /** Change per mm along an axis. */
    private static double slope(float[] field, int n, int stride) {
        int before = n < stride ? n : n - stride;
        int after = n + stride >= field.length ? n : n + stride;
        return after == before ? 0 : (field[after] - field[before]) / (SPACING_MM * (after - before) / (double) stride);
    }

    private static void forEachNode(NodeAction action) {
        int n = 0;
        for (int k = 0; k < SIZE_Z; k++) {
            for (int j = 0; j < SIZE_Y; j++) {
                for (int i = 0; i < SIZE_X; i++, n++) {
                    action.on(n, LOW_X + SPACING_MM * i, LOW_Y + SPACING_MM * j, LOW_Z + SPACING_MM * k);
                }
            }
        }
    }

    private interface NodeAction {
        void on(int n, double x, double y, double z);
    }
}
