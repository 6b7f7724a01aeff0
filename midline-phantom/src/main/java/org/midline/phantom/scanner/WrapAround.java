package org.midline.phantom.scanner;

import org.midline.core.Affine;
import org.midline.core.VoxelGrid;

/**
 * Folds what lies beyond the field of view, along the phase direction, back in from the other side.
 *
 * @param marginPixels how far beyond the field the head is seen, to either side; 0 where the scanner keeps it out
 */
record WrapAround(int marginPixels) {
    static final WrapAround NONE = new WrapAround(0);

    /** The grid with the margins. */
    VoxelGrid widened(VoxelGrid grid, boolean phaseAlongI) {
        if (marginPixels == 0) {
            return grid;
        }
        Affine affine = grid.voxelToPatientLps();
        int i = phaseAlongI ? marginPixels : 0;
        int j = phaseAlongI ? 0 : marginPixels;
        return new VoxelGrid(
                grid.sizeI() + 2 * i,
                grid.sizeJ() + 2 * j,
                grid.sizeK(),
                affine.withTranslation(affine.apply(-i, -j, 0)));
    }

    /** Adds the margins of an image on the widened grid to where they appear on the grid. */
    float[] folded(float[] wide, Frame frame) {
        if (marginPixels == 0) {
            return wide;
        }
        int sizeI = frame.sizeI();
        int sizeJ = frame.sizeJ();
        int marginI = frame.phaseAlongI() ? marginPixels : 0;
        int marginJ = frame.phaseAlongI() ? 0 : marginPixels;
        var folded = new float[sizeI * sizeJ * frame.sizeK()];
        int n = 0;
        for (int k = 0; k < frame.sizeK(); k++) {
            for (int j = -marginJ; j < sizeJ + marginJ; j++) {
                int row = sizeI * (Math.floorMod(j, sizeJ) + sizeJ * k);
                for (int i = -marginI; i < sizeI + marginI; i++, n++) {
                    folded[row + Math.floorMod(i, sizeI)] += wide[n];
                }
            }
        }
        return folded;
    }
}
