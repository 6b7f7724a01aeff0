package org.midline.core.morphology;

import java.util.Arrays;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/** Flood of the outside from the border of the grid, by face neighbours; what it does not reach is a hole. */
final class Holes {
    private final VoxelGrid grid;
    private final boolean[] insideOrReached;
    private int[] pending = new int[1024];
    private int pendingCount;

    private Holes(VoxelGrid grid, boolean[] inside) {
        this.grid = grid;
        this.insideOrReached = inside.clone();
    }

    /** The mask and its holes; {@code blockedAxis} is the one the flood must not move along, or -1. */
    static boolean[] filled(Mask mask, int blockedAxis) {
        var holes = new Holes(mask.grid(), mask.inside());
        holes.flood(blockedAxis);
        boolean[] inside = mask.inside();
        var filled = new boolean[inside.length];
        for (int n = 0; n < inside.length; n++) {
            filled[n] = inside[n] || !holes.insideOrReached[n];
        }
        return filled;
    }

    private void flood(int blockedAxis) {
        int sizeI = grid.sizeI();
        int sizeJ = grid.sizeJ();
        int sizeK = grid.sizeK();
        for (int k = 0; k < sizeK; k++) {
            boolean faceK = blockedAxis != 2 && (k == 0 || k == sizeK - 1);
            for (int j = 0; j < sizeJ; j++) {
                boolean face = faceK || (blockedAxis != 1 && (j == 0 || j == sizeJ - 1));
                int row = grid.index(0, j, k);
                if (face) {
                    for (int i = 0; i < sizeI; i++) {
                        reach(row + i);
                    }
                } else if (blockedAxis != 0) {
                    reach(row);
                    reach(row + sizeI - 1);
                }
            }
        }
        while (pendingCount > 0) {
            int n = pending[--pendingCount];
            int i = n % sizeI;
            int j = n / sizeI % sizeJ;
            int k = n / sizeI / sizeJ;
            if (blockedAxis != 0) {
                reachNeighbours(n, i, sizeI, 1);
            }
            if (blockedAxis != 1) {
                reachNeighbours(n, j, sizeJ, sizeI);
            }
            if (blockedAxis != 2) {
                reachNeighbours(n, k, sizeK, sizeI * sizeJ);
            }
        }
    }

    private void reachNeighbours(int n, int position, int size, int stride) {
        if (position > 0) {
            reach(n - stride);
        }
        if (position < size - 1) {
            reach(n + stride);
        }
    }

    private void reach(int n) {
        if (insideOrReached[n]) {
            return;
        }
        insideOrReached[n] = true;
        if (pendingCount == pending.length) {
            pending = Arrays.copyOf(pending, 2 * pendingCount);
        }
        pending[pendingCount++] = n;
    }
}
