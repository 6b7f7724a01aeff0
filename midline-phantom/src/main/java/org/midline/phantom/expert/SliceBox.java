package org.midline.phantom.expert;

import java.util.Optional;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.DistanceTransform;

/**
 * The part of an image's slices around a tumour; slices that hold any of it are firstSlice to lastSlice. Values on a slice
 * of the box run i fastest.
 */
record SliceBox(VoxelGrid grid, int startI, int startJ, int sizeI, int sizeJ, int firstSlice, int lastSlice) {
    /** How far corners are rounded, as the standard deviation of a blur. */
    private static final double CORNER_MM = 1.2;

    static SliceBox around(Mask truth, double marginMm) {
        VoxelGrid grid = truth.grid();
        int[] low = {grid.sizeI(), grid.sizeJ(), grid.sizeK()};
        int[] high = {-1, -1, -1};
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (truth.inside()[n]) {
                        low[0] = Math.min(low[0], i);
                        high[0] = Math.max(high[0], i);
                        low[1] = Math.min(low[1], j);
                        high[1] = Math.max(high[1], j);
                        low[2] = Math.min(low[2], k);
                        high[2] = Math.max(high[2], k);
                    }
                }
            }
        }
        int[] start = new int[2];
        int[] size = new int[2];
        for (int axis = 0; axis < 2; axis++) {
            int margin = (int) Math.ceil(marginMm / grid.spacingMm(axis));
            start[axis] = Math.max(0, low[axis] - margin);
            size[axis] = Math.min(grid.size(axis) - 1, high[axis] + margin) - start[axis] + 1;
        }
        return new SliceBox(grid, start[0], start[1], size[0], size[1], low[2], high[2]);
    }

    boolean isEmpty() {
        return lastSlice < 0;
    }

    /** Signed distance in mm from the tumour's border within a slice, below 0 inside; empty if the slice has no tumour. */
    Optional<float[]> borderMm(Mask truth, int k) {
        VoxelGrid slice = grid.window(startI, startJ, k, sizeI, sizeJ, 1);
        var inside = new boolean[sizeI * sizeJ];
        var outside = new boolean[inside.length];
        boolean any = false;
        for (int j = 0; j < sizeJ; j++) {
            for (int i = 0; i < sizeI; i++) {
                int n = i + sizeI * j;
                inside[n] = truth.at(i + startI, j + startJ, k);
                outside[n] = !inside[n];
                any |= inside[n];
            }
        }
        if (!any) {
            return Optional.empty();
        }
        float[] away = DistanceTransform.squaredMm(new Mask(slice, inside));
        float[] within = DistanceTransform.squaredMm(new Mask(slice, outside));
        double half = (grid.spacingMm(0) + grid.spacingMm(1)) / 4;
        var level = new float[inside.length];
        for (int n = 0; n < level.length; n++) {
            level[n] = (float) (inside[n] ? half - Math.sqrt(within[n]) : Math.sqrt(away[n]) - half);
        }
        return Optional.of(level);
    }

    /** Bilinear between pixels, constant beyond the box. */
    double at(float[] values, double i, double j) {
        double u = Math.max(0, Math.min(sizeI - 1.001, i));
        double v = Math.max(0, Math.min(sizeJ - 1.001, j));
        int n = (int) u + sizeI * (int) v;
        double x = u - (int) u;
        double y = v - (int) v;
        double near = values[n] + x * (values[n + 1] - values[n]);
        double far = values[n + sizeI] + x * (values[n + sizeI + 1] - values[n + sizeI]);
        return near + y * (far - near);
    }

    /** Blurred within the slice. */
    float[] smoothed(float[] values) {
        float[] result = values.clone();
        for (int axis = 0; axis < 2; axis++) {
            double pixels = CORNER_MM / grid.spacingMm(axis);
            int passes = (int) Math.max(1, Math.round(2 * pixels * pixels));
            for (int pass = 0; pass < passes; pass++) {
                result = axis == 0 ? blurred(result, 1, sizeI) : blurred(result, sizeI, sizeJ);
            }
        }
        return result;
    }

    private static float[] blurred(float[] values, int stride, int size) {
        var result = new float[values.length];
        for (int n = 0; n < values.length; n++) {
            int at = n / stride % size;
            float before = at > 0 ? values[n - stride] : values[n];
            float after = at < size - 1 ? values[n + stride] : values[n];
            result[n] = 0.5f * values[n] + 0.25f * (before + after);
        }
        return result;
    }
}
