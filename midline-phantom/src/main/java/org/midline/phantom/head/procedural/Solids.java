package org.midline.phantom.head.procedural;

/** Implicit surfaces of simple bodies: negative inside, roughly in mm near the surface. */
final class Solids {
    private Solids() {}

    /** True inside the ellipsoid with the given centre and radii. */
    static boolean inEllipsoid(
            double x, double y, double z, double cx, double cy, double cz, double rx, double ry, double rz) {
        double u = (x - cx) / rx;
        double v = (y - cy) / ry;
        double w = (z - cz) / rz;
        return u * u + v * v + w * w < 1;
    }

    /** Smooth step from 0 at {@code from} to 1 at {@code to}. */
    static double step(double value, double from, double to) {
        double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
