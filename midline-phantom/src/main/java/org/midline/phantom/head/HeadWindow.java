package org.midline.phantom.head;

import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/** A box of a head's grid: voxel (i, j, k) of the window is head voxel (i + startI, j + startJ, k + startK). */
public record HeadWindow(int startI, int startJ, int startK, int sizeI, int sizeJ, int sizeK) {

    /**
     * A cube around a point, cut to the grid, at least three voxels wide.
     *
     * @param centreIjk in voxels of the grid
     * @param reach voxels on each side
     */
    public static HeadWindow around(VoxelGrid grid, Vec3 centreIjk, int reach) {
        int[] low = new int[3];
        int[] size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int last = grid.size(axis) - 1;
            int middle = (int) centreIjk.component(axis);
            low[axis] = Math.max(0, Math.min(last - 2, middle - reach));
            size[axis] = Math.max(low[axis] + 2, Math.min(last, middle + reach)) - low[axis] + 1;
        }
        return new HeadWindow(low[0], low[1], low[2], size[0], size[1], size[2]);
    }

    public int count() {
        return sizeI * sizeJ * sizeK;
    }

    /** Index within the window of a voxel of the head; the voxel has to lie in the window. */
    public int indexOfHeadVoxel(int headI, int headJ, int headK) {
        return headI - startI + sizeI * (headJ - startJ + sizeJ * (headK - startK));
    }

    /** Visits the window's voxels, i fastest. */
    public void forEach(VoxelAction action) {
        int n = 0;
        for (int k = 0; k < sizeK; k++) {
            for (int j = 0; j < sizeJ; j++) {
                for (int i = 0; i < sizeI; i++, n++) {
                    action.on(n, i + startI, j + startJ, k + startK);
                }
            }
        }
    }

    /** Told a voxel's index in the window and its place in the head's grid. */
    @FunctionalInterface
    public interface VoxelAction {
        void on(int n, int headI, int headJ, int headK);
    }
}
