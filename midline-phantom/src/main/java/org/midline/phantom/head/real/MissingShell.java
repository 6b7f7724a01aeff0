package org.midline.phantom.head.real;

import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.DistanceTransform;
import org.midline.core.morphology.Morphology;

/**
 * What a map of the brain alone lacks: CSF around the brain, skull, scalp and the upper neck, in layers of fixed
 * thickness chosen for this phantom. Such a head has no face.
 */
final class MissingShell {
    private static final double CLOSED_MM = 8;
    private static final double CSF_MM = 2.5;
    private static final double[] LAYER_ENDS_MM = {4, 6.5, 8, 12, 14};
    private static final int[] LAYERS = {
        LabelTable.CORTICAL_BONE, LabelTable.MARROW, LabelTable.CORTICAL_BONE, LabelTable.SOFT_TISSUE, LabelTable.SKIN
    };
    private static final double[] NECK_ENDS_MM = {5, 8, 13, 48, 51};
    private static final int[] NECK_LAYERS = {
        LabelTable.SPINAL_CORD, LabelTable.CSF, LabelTable.CORTICAL_BONE, LabelTable.SOFT_TISSUE, LabelTable.SKIN
    };

    private MissingShell() {}

    /** The volume itself if it has a skull. */
    static LabelVolume added(LabelVolume volume) {
        var brain = new boolean[volume.labels().length];
        for (int n = 0; n < brain.length; n++) {
            if (volume.labels()[n] == LabelTable.CORTICAL_BONE) {
                return volume;
            }
            brain[n] = volume.labels()[n] != 0;
        }
        VoxelGrid grid = volume.grid();
        Mask cavity = Morphology.fillHoles(Morphology.close(new Mask(grid, brain), CLOSED_MM));
        float[] squared = DistanceTransform.squaredMm(cavity);
        short[] labels = volume.labels().clone();
        for (int n = 0; n < labels.length; n++) {
            double mm = Math.sqrt(squared[n]);
            if (labels[n] == 0) {
                labels[n] = (short) (mm < CSF_MM ? LabelTable.CSF : layer(mm, LAYER_ENDS_MM, LAYERS));
            }
        }
        neck(volume, labels);
        return new LabelVolume(grid, labels);
    }

    private static int layer(double mm, double[] ends, int[] layers) {
        for (int n = 0; n < ends.length; n++) {
            if (mm < ends[n]) {
                return layers[n];
            }
        }
        return 0;
    }

    /** Below the lowest slice of the brainstem, around its centre there. */
    private static void neck(LabelVolume volume, short[] labels) {
        VoxelGrid grid = volume.grid();
        int slice = grid.sizeI() * grid.sizeJ();
        int bottom = 0;
        while (volume.labels()[bottom] != LabelTable.BRAINSTEM) {
            bottom++;
        }
        int top = bottom / slice;
        double middleI = bottom % grid.sizeI();
        double middleJ = bottom / grid.sizeI() % grid.sizeJ();
        for (int n = 0; n < (top + 1) * slice; n++) {
            double mm = Math.hypot(n % grid.sizeI() - middleI, n / grid.sizeI() % grid.sizeJ() - middleJ);
            boolean within = mm < NECK_ENDS_MM[1] || labels[n] == 0;
            if (within && volume.labels()[n] == 0) {
                int label = layer(mm, NECK_ENDS_MM, NECK_LAYERS);
                labels[n] = (short) (label == 0 ? labels[n] : label);
            }
        }
    }
}
