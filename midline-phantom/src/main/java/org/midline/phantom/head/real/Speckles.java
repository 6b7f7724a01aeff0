package org.midline.phantom.head.real;

import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.Components;
import org.midline.core.morphology.Connectivity;

/**
 * Cleans the labels outside the brain, which come from an unsupervised clustering: single voxels among others, and CSF
 * that no path joins to the CSF around the brain.
 */
final class Speckles {
    /** A voxel with fewer of its kind among the 27 of its neighbourhood stands alone. */
    private static final int FEWEST_ALIKE = 6;

    private Speckles() {}

    static LabelVolume removed(LabelVolume volume) {
        LabelVolume joined = withoutStrayFluid(volume);
        VoxelGrid grid = joined.grid();
        short[] labels = joined.labels().clone();
        var around = new short[27];
        for (int k = 1; k < grid.sizeK() - 1; k++) {
            for (int j = 1; j < grid.sizeJ() - 1; j++) {
                for (int i = 1; i < grid.sizeI() - 1; i++) {
                    int n = grid.index(i, j, k);
                    if (isOutside(joined.labels()[n]) && differsFromNeighbours(joined.labels(), n, grid)) {
                        labels[n] = settled(joined.labels(), n, grid, around);
                    }
                }
            }
        }
        return new LabelVolume(grid, labels);
    }

    private static boolean isOutside(int label) {
        return label == 0 || label == LabelTable.CSF || label >= LabelTable.FIRST_OUTSIDE_BRAIN;
    }

    private static boolean differsFromNeighbours(short[] labels, int n, VoxelGrid grid) {
        int row = grid.sizeI();
        int slice = row * grid.sizeJ();
        short own = labels[n];
        return labels[n - 1] != own
                || labels[n + 1] != own
                || labels[n - row] != own
                || labels[n + row] != own
                || labels[n - slice] != own
                || labels[n + slice] != own;
    }

    /** The most frequent label around a voxel that stands alone, or its own. */
    private static short settled(short[] labels, int n, VoxelGrid grid, short[] around) {
        int row = grid.sizeI();
        int slice = row * grid.sizeJ();
        int count = 0;
        int alike = 0;
        for (int w = -slice; w <= slice; w += slice) {
            for (int v = -row; v <= row; v += row) {
                for (int u = -1; u <= 1; u++) {
                    around[count] = labels[n + u + v + w];
                    alike += around[count++] == labels[n] ? 1 : 0;
                }
            }
        }
        if (alike >= FEWEST_ALIKE) {
            return labels[n];
        }
        short chosen = labels[n];
        int most = alike;
        for (short candidate : around) {
            int times = 0;
            for (short other : around) {
                times += other == candidate ? 1 : 0;
            }
            if (times > most && isOutside(candidate)) {
                most = times;
                chosen = candidate;
            }
        }
        return chosen;
    }

    private static LabelVolume withoutStrayFluid(LabelVolume volume) {
        var fluidOrBrain = new boolean[volume.labels().length];
        for (int n = 0; n < fluidOrBrain.length; n++) {
            int label = volume.labels()[n];
            fluidOrBrain[n] = label != 0 && label < LabelTable.FIRST_OUTSIDE_BRAIN;
        }
        int[] parts = Components.of(new Mask(volume.grid(), fluidOrBrain), Connectivity.FACES)
                .labels();
        short[] labels = volume.labels().clone();
        for (int n = 0; n < labels.length; n++) {
            if (parts[n] > 1) {
                labels[n] = LabelTable.SOFT_TISSUE;
            }
        }
        return new LabelVolume(volume.grid(), labels);
    }
}
