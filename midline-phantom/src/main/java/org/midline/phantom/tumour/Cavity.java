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

    private final HeadMap head;
    private final int[] start;
    private final VoxelGrid lattice;
    private final float[] open;
    private final float[] fluid;

    Cavity(HeadMap head) {
        this.head = head;
        VoxelGrid grid = head.grid();
        int[][] box = box();
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

    /** First voxel, then number of cells, along each axis; a cell wider than the brain all around. */
    private int[][] box() {
        VoxelGrid grid = head.grid();
        int[] low = {grid.sizeI(), grid.sizeJ(), grid.sizeK()};
        int[] high = {-1, -1, -1};
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (Tissue.of(head.tissues()[n]).isBrain()) {
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
        int[] size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            low[axis] -= 4 * SIDE;
            size[axis] = Math.max(3, (high[axis] - low[axis]) / SIDE + 5);
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
