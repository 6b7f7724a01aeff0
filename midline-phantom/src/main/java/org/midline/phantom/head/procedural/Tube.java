package org.midline.phantom.head.procedural;

/** A bent tube: a chain of cones with round ends through points (x, y, z, radius) in mm. */
final class Tube {
    private final double[][] points;
    private final double[] low = {1e9, 1e9, 1e9};
    private final double[] high = {-1e9, -1e9, -1e9};

    Tube(double[]... points) {
        this.points = points;
        for (double[] point : points) {
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], point[axis] - 2.5 * point[3]);
                high[axis] = Math.max(high[axis], point[axis] + 2.5 * point[3]);
            }
        }
    }

    /** True inside, with all radii multiplied by {@code swelling} (at most 2.5). */
    boolean contains(double x, double y, double z, double swelling) {
        if (x < low[0] || x > high[0] || y < low[1] || y > high[1] || z < low[2] || z > high[2]) {
            return false;
        }
        for (int n = 0; n + 1 < points.length; n++) {
            double[] a = points[n];
            double[] b = points[n + 1];
            double dx = b[0] - a[0];
            double dy = b[1] - a[1];
            double dz = b[2] - a[2];
            double px = x - a[0];
            double py = y - a[1];
            double pz = z - a[2];
            double along = (px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz);
            double t = Math.max(0, Math.min(1, along));
            double ox = px - t * dx;
            double oy = py - t * dy;
            double oz = pz - t * dz;
            double radius = swelling * Solids.mix(a[3], b[3], t);
            if (ox * ox + oy * oy + oz * oz < radius * radius) {
                return true;
            }
        }
        return false;
    }
}
