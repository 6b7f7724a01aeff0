package org.midline.core.morphology;

import java.util.Optional;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/**
 * The box around a mask's inside voxels and a margin, as a mask of its own, so that work on a small mask does not pay
 * for its large grid.
 *
 * @param i index along i, in the full grid, of the window's first voxel; may be negative; so for j and k
 */
record MaskWindow(VoxelGrid full, int i, int j, int k, Mask mask) {

    /**
     * The window around a mask; empty for an empty mask.
     *
     * @param margin voxels on both sides along each axis
     * @param withinGrid whether to stop at the border of the grid, or reach beyond it, where all is outside
     */
    static Optional<MaskWindow> around(Mask mask, int[] margin, boolean withinGrid) {
        VoxelGrid grid = mask.grid();
        boolean[] inside = mask.inside();
        int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] high = {-1, -1, -1};
        for (int k = 0, row = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++, row += grid.sizeI()) {
                int first = 0;
                while (first < grid.sizeI() && !inside[row + first]) {
                    first++;
                }
                if (first == grid.sizeI()) {
                    continue;
                }
                int last = grid.sizeI() - 1;
                while (!inside[row + last]) {
                    last--;
                }
                include(low, high, first, j, k);
                include(low, high, last, j, k);
            }
        }
        if (high[0] < 0) {
            return Optional.empty();
        }
        for (int axis = 0; axis < 3; axis++) {
            low[axis] -= margin[axis];
            high[axis] += margin[axis];
            if (withinGrid) {
                low[axis] = Math.max(low[axis], 0);
                high[axis] = Math.min(high[axis], grid.size(axis) - 1);
            }
        }
        return Optional.of(new MaskWindow(grid, low[0], low[1], low[2], mask)
                .cut(high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1));
    }

    private static void include(int[] low, int[] high, int i, int j, int k) {
        low[0] = Math.min(low[0], i);
        low[1] = Math.min(low[1], j);
        low[2] = Math.min(low[2], k);
        high[0] = Math.max(high[0], i);
        high[1] = Math.max(high[1], j);
        high[2] = Math.max(high[2], k);
    }

    private MaskWindow cut(int sizeI, int sizeJ, int sizeK) {
        VoxelGrid part = full.window(i, j, k, sizeI, sizeJ, sizeK);
        var inside = new boolean[part.voxelCount()];
        copyRows(part, mask.inside(), inside, true);
        return new MaskWindow(full, i, j, k, new Mask(part, inside));
    }

    /** Another mask of this window's grid, seen on the full grid; what lies beyond the full grid is dropped. */
    Mask onFullGrid(boolean[] windowInside) {
        var inside = new boolean[full.voxelCount()];
        copyRows(mask.grid(), windowInside, inside, false);
        return new Mask(full, inside);
    }

    private void copyRows(VoxelGrid part, boolean[] from, boolean[] to, boolean intoWindow) {
        int firstI = Math.max(0, -i);
        int lengthI = Math.min(part.sizeI(), full.sizeI() - i) - firstI;
        for (int wk = Math.max(0, -k); wk < Math.min(part.sizeK(), full.sizeK() - k); wk++) {
            for (int wj = Math.max(0, -j); wj < Math.min(part.sizeJ(), full.sizeJ() - j); wj++) {
                int inWindow = part.index(firstI, wj, wk);
                int inFull = full.index(firstI + i, wj + j, wk + k);
                System.arraycopy(from, intoWindow ? inFull : inWindow, to, intoWindow ? inWindow : inFull, lengthI);
            }
        }
    }
}
