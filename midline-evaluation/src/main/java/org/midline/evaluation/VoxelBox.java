package org.midline.evaluation;

import java.util.Optional;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/** A box of voxels; both ends belong to it. */
public record VoxelBox(int firstI, int firstJ, int firstK, int lastI, int lastJ, int lastK) {

    /** The smallest box that holds the mask; empty if the mask is. */
    public static Optional<VoxelBox> around(Mask mask) {
        VoxelGrid grid = mask.grid();
        boolean[] inside = mask.inside();
        int firstI = grid.sizeI();
        int firstJ = grid.sizeJ();
        int firstK = grid.sizeK();
        int lastI = -1;
        int lastJ = -1;
        int lastK = -1;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                int row = grid.index(0, j, k);
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
                firstI = Math.min(firstI, first);
                lastI = Math.max(lastI, last);
                firstJ = Math.min(firstJ, j);
                lastJ = Math.max(lastJ, j);
                firstK = Math.min(firstK, k);
                lastK = k;
            }
        }
        return lastK < 0 ? Optional.empty() : Optional.of(new VoxelBox(firstI, firstJ, firstK, lastI, lastJ, lastK));
    }

    /** The smallest box that holds both. */
    public VoxelBox union(VoxelBox other) {
        return new VoxelBox(
                Math.min(firstI, other.firstI),
                Math.min(firstJ, other.firstJ),
                Math.min(firstK, other.firstK),
                Math.max(lastI, other.lastI),
                Math.max(lastJ, other.lastJ),
                Math.max(lastK, other.lastK));
    }

    /** This box grown by some voxels on every side; it may reach beyond the grid. */
    public VoxelBox grownBy(int voxels) {
        return new VoxelBox(
                firstI - voxels, firstJ - voxels, firstK - voxels, lastI + voxels, lastJ + voxels, lastK + voxels);
    }

    /** The part of the grid in this box. */
    public VoxelGrid windowOf(VoxelGrid grid) {
        return grid.window(firstI, firstJ, firstK, sizeI(), sizeJ(), sizeK());
    }

    public int sizeI() {
        return lastI - firstI + 1;
    }

    public int sizeJ() {
        return lastJ - firstJ + 1;
    }

    public int sizeK() {
        return lastK - firstK + 1;
    }
}
