package org.midline.network.data.augmentation;

import java.util.SplittableRandom;

/**
 * A smooth random field over a box: the cubic B-spline of 7 x 7 x 7 control points, twice continuously differentiable.
 * Between control points it is their weighted mean, so it never leaves their range.
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never compared
public record ControlLattice(double[] points) {
    private static final int SIZE = 7;

    static ControlLattice draw(double standardDeviation, SplittableRandom random) {
        var points = new double[SIZE * SIZE * SIZE];
        for (int n = 0; n < points.length; n++) {
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            points[n] = standardDeviation * radius * Math.cos(2 * Math.PI * random.nextDouble());
        }
        return new ControlLattice(points);
    }

    public boolean isZero() {
        for (double point : points) {
            if (point != 0) {
                return false;
            }
        }
        return true;
    }

    /** The field at every voxel of a box, i fastest. */
    public float[] overBox(int sizeI, int sizeJ, int sizeK) {
        double[] alongI = along(points, SIZE * SIZE, 1, sizeI);
        double[] alongJ = along(alongI, SIZE, sizeI, sizeJ);
        double[] field = along(alongJ, 1, sizeI * sizeJ, sizeK);
        var values = new float[field.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) field[n];
        }
        return values;
    }

    /** Spreads the middle one of three dimensions (outer, SIZE, inner) to a new length. */
    private static double[] along(double[] from, int outer, int inner, int length) {
        var to = new double[outer * length * inner];
        for (int position = 0; position < length; position++) {
            double t = (position + 0.5) / length * (SIZE - 3);
            int first = Math.min((int) t, SIZE - 4);
            double u = t - first;
            double v = 1 - u;
            double w0 = v * v * v / 6;
            double w1 = (3 * u * u * u - 6 * u * u + 4) / 6;
            double w3 = u * u * u / 6;
            double w2 = 1 - w0 - w1 - w3;
            for (int o = 0; o < outer; o++) {
                int f = (o * SIZE + first) * inner;
                int t0 = (o * length + position) * inner;
                for (int n = 0; n < inner; n++, f++) {
                    to[t0 + n] =
                            w0 * from[f] + w1 * from[f + inner] + w2 * from[f + 2 * inner] + w3 * from[f + 3 * inner];
                }
            }
        }
        return to;
    }
}
