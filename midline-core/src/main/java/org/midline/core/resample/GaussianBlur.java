package org.midline.core.resample;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

/** Blur of a volume along one of its axes by a sampled Gaussian cut off at 4 sigma, edges extended. */
final class GaussianBlur {
    private static final double CUT_OFF_SIGMAS = 4;

    private GaussianBlur() {}

    /** {@code sigma} is in voxels. */
    static Volume along(Volume volume, int axis, double sigma) {
        double[] half = halfKernel(sigma);
        VoxelGrid grid = volume.grid();
        float[] from = volume.values();
        var to = new float[from.length];
        IntStream.range(0, grid.sizeK()).parallel().forEach(k -> {
            var sums = new double[grid.sizeI()];
            for (int j = 0; j < grid.sizeJ(); j++) {
                int row = grid.index(0, j, k);
                if (axis == 0) {
                    withinRow(from, row, half, sums);
                } else {
                    acrossRows(from, grid, axis, j, k, half, sums);
                }
                for (int i = 0; i < sums.length; i++) {
                    to[row + i] = (float) sums[i];
                }
            }
        });
        return new Volume(grid, to);
    }

    /** How many voxels to each side the blur looks. */
    static int radiusVoxels(double sigma) {
        return (int) (CUT_OFF_SIGMAS * sigma + 0.5);
    }

    /** Weights at distance 0, 1, 2, ... voxels; the whole kernel sums to one. */
    private static double[] halfKernel(double sigma) {
        int radius = radiusVoxels(sigma);
        var half = new double[radius + 1];
        double sum = 0;
        for (int d = 0; d <= radius; d++) {
            half[d] = Math.exp(-0.5 * d * d / (sigma * sigma));
            sum += d == 0 ? half[d] : 2 * half[d];
        }
        for (int d = 0; d <= radius; d++) {
            half[d] /= sum;
        }
        return half;
    }

    private static void withinRow(float[] from, int row, double[] half, double[] sums) {
        int last = sums.length - 1;
        for (int i = 0; i <= last; i++) {
            double sum = half[0] * from[row + i];
            for (int d = 1; d < half.length; d++) {
                sum += half[d] * ((double) from[row + Math.max(i - d, 0)] + from[row + Math.min(i + d, last)]);
            }
            sums[i] = sum;
        }
    }

    private static void acrossRows(float[] from, VoxelGrid grid, int axis, int j, int k, double[] half, double[] sums) {
        int position = axis == 1 ? j : k;
        int last = grid.size(axis) - 1;
        int line = axis == 1 ? grid.index(0, 0, k) : grid.index(0, j, 0);
        int stride = axis == 1 ? grid.sizeI() : grid.sizeI() * grid.sizeJ();
        Arrays.fill(sums, 0);
        for (int d = 0; d < half.length; d++) {
            int before = line + stride * Math.max(position - d, 0);
            int after = line + stride * Math.min(position + d, last);
            double weight = d == 0 ? half[0] / 2 : half[d];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * ((double) from[before + i] + from[after + i]);
            }
        }
    }
}
