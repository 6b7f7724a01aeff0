package org.midline.phantom.head.real;

import org.midline.core.VoxelGrid;
import org.midline.phantom.head.Tissue;

/**
 * A label map made ready: a byte per voxel of 1 mm, holding the tissue, whether it lies inside the skull, and for CSF
 * near the cortex how near. The adult heads that label maps come from have wider sulci than the young; a patient's
 * cortex may therefore fill some of those steps. Immutable.
 */
final class Anatomy {
    /** Steps of about 1, 1.5 and 2 mm from the cortex into the CSF. */
    static final int STEPS = 3;

    private static final int TISSUE_BITS = 0x1f;
    private static final int STEP_SHIFT = 5;
    private static final int INSIDE = 0x80;
    private static final int BLOCK_SHIFT = 3;

    private final String name;
    private final VoxelGrid grid;
    private final byte[] codes;
    private final StandardFrame frame;
    private final boolean[] occupied;
    private final int blocksI;
    private final int blocksJ;
    /** Voxels of nervous tissue, and of fluid outside the ventricles with the cortex grown by so many steps. */
    private final int brainVoxels;

    private final int[] fluidVoxels = new int[STEPS + 1];

    Anatomy(String name, VoxelGrid grid, byte[] codes, StandardFrame frame) {
        this.name = name;
        this.grid = grid;
        this.codes = codes;
        this.frame = frame;
        blocksI = (grid.sizeI() >> BLOCK_SHIFT) + 1;
        blocksJ = (grid.sizeJ() >> BLOCK_SHIFT) + 1;
        occupied = new boolean[blocksI * blocksJ * ((grid.sizeK() >> BLOCK_SHIFT) + 1)];
        brainVoxels = count();
    }

    static byte code(Tissue tissue, int step, boolean insideSkull) {
        return (byte) (tissue.label() | step << STEP_SHIFT | (insideSkull ? INSIDE : 0));
    }

    static boolean isInside(byte code) {
        return (code & INSIDE) != 0;
    }

    private int count() {
        int brain = 0;
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (codes[n] != 0) {
                        occupy(i, j, k);
                        int step = (codes[n] & 0xff & ~INSIDE) >> STEP_SHIFT;
                        Tissue tissue = Tissue.of((byte) (codes[n] & TISSUE_BITS));
                        for (int grown = 0; grown <= STEPS; grown++) {
                            fluidVoxels[grown] += tissue == Tissue.CSF || step > grown ? 1 : 0;
                        }
                        brain += step == 0 && tissue.isBrain() ? 1 : 0;
                    }
                }
            }
        }
        return brain;
    }

    /** Marks the blocks of all voxels between which a point may need this one. */
    private void occupy(int i, int j, int k) {
        for (int corner = 0; corner < 8; corner++) {
            int u = Math.max(0, i - (corner & 1)) >> BLOCK_SHIFT;
            int v = Math.max(0, j - (corner >> 1 & 1)) >> BLOCK_SHIFT;
            int w = Math.max(0, k - (corner >> 2)) >> BLOCK_SHIFT;
            occupied[u + blocksI * (v + blocksJ * w)] = true;
        }
    }

    String name() {
        return name;
    }

    /** 1 mm, axes along patient x, y and z of the label map. */
    VoxelGrid grid() {
        return grid;
    }

    /** Not to be written. */
    byte[] codes() {
        return codes;
    }

    StandardFrame frame() {
        return frame;
    }

    /** False if there is nothing but air at and just beyond the voxel. */
    boolean mayHoldTissue(int i, int j, int k) {
        return occupied[(i >> BLOCK_SHIFT) + blocksI * ((j >> BLOCK_SHIFT) + blocksJ * (k >> BLOCK_SHIFT))];
    }

    /** The steps by which the cortex has to grow for the fluid around the brain to be at most this share of the brain. */
    int stepsForFluidShare(double share) {
        int grown = 0;
        while (grown < STEPS
                && fluidVoxels[grown] > share * (brainVoxels + (double) fluidVoxels[0] - fluidVoxels[grown])) {
            grown++;
        }
        return grown;
    }

    /** The tissue's label for each code, with the cortex grown by so many steps. */
    static byte[] tissueOfCode(int grownSteps) {
        var labels = new byte[256];
        for (int code = 0; code < labels.length; code++) {
            int step = (code & ~INSIDE) >> STEP_SHIFT;
            labels[code] = step > grownSteps ? Tissue.CSF.label() : (byte) (code & TISSUE_BITS);
        }
        return labels;
    }
}
