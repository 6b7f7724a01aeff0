package org.midline.evaluation;

import java.util.stream.IntStream;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/**
 * The surface of a mask on the corner grid of a box of voxels: corner (i, j, k) lies between the voxels (i - 1, j - 1,
 * k - 1) and (i, j, k) of the box, so there is one corner more than voxels on each axis. Outside the box all is
 * outside.
 */
final class CornerGrid {
    private final VoxelGrid grid;
    private final byte[] codes;

    private CornerGrid(VoxelGrid grid, byte[] codes) {
        this.grid = grid;
        this.codes = codes;
    }

    static CornerGrid of(Mask mask, VoxelBox box) {
        VoxelGrid voxels = mask.grid();
        var corners = VoxelGrid.axisAligned(
                box.sizeI() + 1,
                box.sizeJ() + 1,
                box.sizeK() + 1,
                voxels.spacingMm(0),
                voxels.spacingMm(1),
                voxels.spacingMm(2));
        var codes = new byte[corners.voxelCount()];
        IntStream.range(0, corners.sizeK()).parallel().forEach(k -> fillPlane(mask, box, corners, codes, k));
        return new CornerGrid(corners, codes);
    }

    private static void fillPlane(Mask mask, VoxelBox box, VoxelGrid corners, byte[] codes, int k) {
        for (int j = 0; j < corners.sizeJ(); j++) {
            int out = corners.index(0, j, k);
            int column = 0;
            for (int i = 0; i < corners.sizeI(); i++) {
                int next = 0;
                if (i < box.sizeI()) {
                    next = bit(mask, box, i, j - 1, k - 1)
                            | bit(mask, box, i, j, k - 1) << 2
                            | bit(mask, box, i, j - 1, k) << 4
                            | bit(mask, box, i, j, k) << 6;
                }
                codes[out + i] = (byte) (column | next << 1);
                column = next;
            }
        }
    }

    private static int bit(Mask mask, VoxelBox box, int i, int j, int k) {
        if (j < 0 || k < 0 || j >= box.sizeJ() || k >= box.sizeK()) {
            return 0;
        }
        return mask.at(box.firstI() + i, box.firstJ() + j, box.firstK() + k) ? 1 : 0;
    }

    /** The grid of the corners: axis-aligned, with the voxels' spacing. */
    VoxelGrid grid() {
        return grid;
    }

    /** The code of {@link CellSurface} at a corner, by flat index. */
    int code(int corner) {
        return codes[corner] & CellSurface.ALL_INSIDE;
    }

    boolean onSurface(int corner) {
        return codes[corner] != 0 && codes[corner] != (byte) CellSurface.ALL_INSIDE;
    }

    /** The corners that carry surface. */
    Mask surface() {
        var inside = new boolean[codes.length];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = onSurface(n);
        }
        return new Mask(grid, inside);
    }
}
