package org.midline.phantom.tumour;

import org.midline.core.Affine;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;

/**
 * What the skull holds, on a lattice of cells of {@value #SIDE} voxels a side: the space in which brain, vessels and fluid
 * give way to a tumour. The lattice's outermost cells are closed.
 */
final class Cavity {
    static final int SIDE = 2;
    /** How far from a tumour things are taken to move at all. */
    private static final double REACH_MM = 38;

    private final HeadMap head;
    private final int[] start;
    private final VoxelGrid lattice;
    private final float[] open;
    private final float[] fluid;

    /** The part of a head's cavity around whatever is wholly or partly taken by a tumour. */
    Cavity(HeadMap head, HeadWindow window, float[] tumour) {
        this.head = head;
        VoxelGrid grid = head.grid();
        int[][] box = box(window, tumour);
        start = box[0];
        Affine cells = grid.voxelToPatientLps().after(Affine.scaling(SIDE, SIDE, SIDE));
        double middle = (SIDE - 1) / 2.0;
        lattice = new VoxelGrid(
                box[1][0],
                box[1][1],
                box[1][2],
                cells.withTranslation(grid.patientLps(start[0] + middle, start[1] + middle, start[2] + middle)));
        open = new float[lattice.voxelCount()];
        fluid = new float[open.length];
        fill();
    }

    static boolean isOpen(Tissue tissue) {
        return switch (tissue) {
            case DURA, CSF, VENTRICLE, CHOROID_PLEXUS, ARTERY, VEIN, PITUITARY -> true;
            default -> tissue.isBrain();
        };
    }

    private static boolean isFluid(Tissue tissue) {
        return tissue == Tissue.CSF || tissue == Tissue.VENTRICLE;
    }

    /** First voxel, then number of cells, along each axis. */
    private int[][] box(HeadWindow window, float[] tumour) {
        VoxelGrid grid = head.grid();
        int[] low = {grid.sizeI(), grid.sizeJ(), grid.sizeK()};
        int[] high = {0, 0, 0};
        window.forEach((n, i, j, k) -> {
            if (tumour[n] > 0) {
                int[] at = {i, j, k};
                for (int axis = 0; axis < 3; axis++) {
                    low[axis] = Math.min(low[axis], at[axis]);
                    high[axis] = Math.max(high[axis], at[axis]);
                }
            }
        });
        int reach = (int) Math.ceil(REACH_MM / grid.spacingMm(0));
        int[] size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = Math.max(0, low[axis] - reach) - SIDE;
            int end = Math.min(grid.size(axis), high[axis] + reach) + SIDE;
            size[axis] = Math.max(3, (end - low[axis]) / SIDE + 1);
        }
        return new int[][] {low, size};
    }

    private void fill() {
        VoxelGrid grid = head.grid();
        float part = 1f / (SIDE * SIDE * SIDE);
        for (int c = 1; c < lattice.sizeK() - 1; c++) {
            for (int k = Math.max(0, start[2] + c * SIDE); k < Math.min(grid.sizeK(), start[2] + (c + 1) * SIDE); k++) {
                for (int b = 1; b < lattice.sizeJ() - 1; b++) {
                    int from = Math.max(0, start[1] + b * SIDE);
                    int to = Math.min(grid.sizeJ(), start[1] + (b + 1) * SIDE);
                    for (int j = from; j < to; j++) {
                        fillRow(j, k, b, c, part);
                    }
                }
            }
        }
    }

    private void fillRow(int j, int k, int b, int c, float part) {
        VoxelGrid grid = head.grid();
        int first = Math.max(0, start[0] + SIDE);
        int last = Math.min(grid.sizeI(), start[0] + (lattice.sizeI() - 1) * SIDE);
        for (int i = first; i < last; i++) {
            Tissue tissue = head.at(i, j, k);
            if (isOpen(tissue)) {
                int cell = lattice.index((i - start[0]) / SIDE, b, c);
                open[cell] += part;
                fluid[cell] += isFluid(tissue) ? part : 0;
            }
        }
    }

    /** A share of voxels in a window of the head as a share of the cells. */
    float[] coarsened(HeadWindow window, float[] share) {
        var cells = new float[lattice.voxelCount()];
        float part = 1f / (SIDE * SIDE * SIDE);
        window.forEach((n, i, j, k) -> {
            if (share[n] > 0) {
                cells[lattice.index((i - start[0]) / SIDE, (j - start[1]) / SIDE, (k - start[2]) / SIDE)] +=
                        share[n] * part;
            }
        });
        return cells;
    }

    VoxelGrid lattice() {
        return lattice;
    }

    /** Share of each cell that is not bone or anything outside of it. */
    float[] open() {
        return open;
    }

    /** Share of each cell that is cerebrospinal fluid. */
    float[] fluid() {
        return fluid;
    }
}
