package org.midline.phantom.head;

/** A box of a head's grid: voxel (i, j, k) of the window is head voxel (i + startI, j + startJ, k + startK). */
public record HeadWindow(int startI, int startJ, int startK, int sizeI, int sizeJ, int sizeK) {

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
