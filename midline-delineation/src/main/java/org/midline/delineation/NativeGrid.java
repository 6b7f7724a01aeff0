package org.midline.delineation;

import java.util.Arrays;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.resample.Resampler;

/**
 * Back from the working grid to the grid of an image: the probability is interpolated at the centres of those voxels
 * alone that the working grid covers, then compared with the threshold.
 */
final class NativeGrid {
    private NativeGrid() {}

    /** The voxels of {@code grid} whose interpolated probability is above the threshold. */
    static Mask above(Volume probability, float threshold, VoxelGrid grid) {
        int[] first = new int[3];
        int[] size = new int[3];
        if (!cover(probability.grid(), grid, first, size)) {
            return Mask.empty(grid);
        }
        VoxelGrid window = grid.window(first[0], first[1], first[2], size[0], size[1], size[2]);
        Mask within = Mask.above(Resampler.linear(probability, window, 0), threshold);
        var inside = new boolean[grid.voxelCount()];
        for (int k = 0; k < size[2]; k++) {
            for (int j = 0; j < size[1]; j++) {
                System.arraycopy(
                        within.inside(),
                        window.index(0, j, k),
                        inside,
                        grid.index(first[0], first[1] + j, first[2] + k),
                        size[0]);
            }
        }
        return new Mask(grid, inside);
    }

    /** The box of voxels of {@code grid} about the outermost voxels of {@code region}; false if they do not meet. */
    private static boolean cover(VoxelGrid region, VoxelGrid grid, int[] first, int[] size) {
        double[] low = new double[3];
        double[] high = new double[3];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (int corner = 0; corner < 8; corner++) {
            Vec3 ijk = grid.voxelIjk(region.patientLps(
                    (corner & 1) == 0 ? -0.5 : region.sizeI() - 0.5,
                    (corner & 2) == 0 ? -0.5 : region.sizeJ() - 0.5,
                    (corner & 4) == 0 ? -0.5 : region.sizeK() - 0.5));
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], ijk.component(axis));
                high[axis] = Math.max(high[axis], ijk.component(axis));
            }
        }
        boolean meet = true;
        for (int axis = 0; axis < 3; axis++) {
            first[axis] = (int) Math.max(0, Math.floor(low[axis]));
            size[axis] = (int) Math.min(grid.size(axis) - 1, Math.ceil(high[axis])) - first[axis] + 1;
            meet &= size[axis] > 0;
        }
        return meet;
    }
}
