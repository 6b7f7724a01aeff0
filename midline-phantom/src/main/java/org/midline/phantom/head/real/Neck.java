package org.midline.phantom.head.real;

import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.Morphology;

/**
 * Continues a head that its field of view cuts off above the neck: the lowest slice goes on downwards, with the cord in
 * the place of the brainstem and without brain and skull.
 */
final class Neck {
    private static final int CUT_THROUGH_HEAD_VOXELS = 4000;
    private static final double CANAL_MM = 9;
    private static final double SPINE_MM = 17;
    /** So far the cavities of the face go on downwards. */
    private static final int CAVITIES_MM = 10;

    private Neck() {}

    static LabelVolume extended(LabelVolume volume) {
        VoxelGrid grid = volume.grid();
        int lowest = lowestSlice(volume);
        if (lowest == 0 || labelled(volume, lowest) < CUT_THROUGH_HEAD_VOXELS) {
            return volume;
        }
        double[] cord = cordCentre(volume, lowest);
        boolean[] head = filledSlice(volume, lowest);
        short[] labels = volume.labels().clone();
        for (int j = 0; j < grid.sizeJ(); j++) {
            for (int i = 0; i < grid.sizeI(); i++) {
                double fromCord = cord.length == 0 ? 1e9 : Math.hypot(i - cord[0], j - cord[1]);
                short label = below(volume.at(i, j, lowest), fromCord);
                boolean cavity = label == LabelTable.MUCOSA || (label == 0 && head[grid.index(i, j, 0)]);
                for (int k = 0; k < lowest; k++) {
                    labels[grid.index(i, j, k)] =
                            cavity && k < lowest - CAVITIES_MM ? (short) LabelTable.SOFT_TISSUE : label;
                }
            }
        }
        return new LabelVolume(grid, labels);
    }

    private static int lowestSlice(LabelVolume volume) {
        for (int k = 0; k < volume.grid().sizeK(); k++) {
            if (labelled(volume, k) > 0) {
                return k;
            }
        }
        return 0;
    }

    private static int labelled(LabelVolume volume, int k) {
        int count = 0;
        int slice = volume.grid().sizeI() * volume.grid().sizeJ();
        for (int n = k * slice; n < (k + 1) * slice; n++) {
            count += volume.labels()[n] == 0 ? 0 : 1;
        }
        return count;
    }

    /** A slice of the head, its cavities with it. */
    private static boolean[] filledSlice(LabelVolume volume, int k) {
        VoxelGrid grid = volume.grid();
        VoxelGrid slice = grid.window(0, 0, k, grid.sizeI(), grid.sizeJ(), 1);
        var inside = new boolean[slice.voxelCount()];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = volume.labels()[n + k * inside.length] != 0;
        }
        return Morphology.fillHolesPerSlice(new Mask(slice, inside), 2).inside();
    }

    /** i and j of the cord or brainstem; nothing if the slice has neither. */
    private static double[] cordCentre(LabelVolume volume, int k) {
        double sumI = 0;
        double sumJ = 0;
        int count = 0;
        for (int j = 0; j < volume.grid().sizeJ(); j++) {
            for (int i = 0; i < volume.grid().sizeI(); i++) {
                int label = volume.at(i, j, k);
                if (label == LabelTable.BRAINSTEM || label == LabelTable.SPINAL_CORD) {
                    sumI += i;
                    sumJ += j;
                    count++;
                }
            }
        }
        return count == 0 ? new double[0] : new double[] {sumI / count, sumJ / count};
    }

    private static short below(int label, double fromCordMm) {
        boolean kept = switch (label) {
            case LabelTable.CSF -> fromCordMm < CANAL_MM;
            case LabelTable.CORTICAL_BONE, LabelTable.MARROW -> fromCordMm < SPINE_MM;
            case LabelTable.EYE -> false;
            default -> label == 0 || label >= LabelTable.FIRST_OUTSIDE_BRAIN;
        };
        if (label == LabelTable.BRAINSTEM) {
            return LabelTable.SPINAL_CORD;
        }
        return (short) (kept ? label : LabelTable.SOFT_TISSUE);
    }
}
