package org.midline.network.image;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/**
 * The box a network looks at: isotropic voxels, axes along left, posterior and superior, of a fixed size, to be centred
 * anywhere.
 */
public record WorkingGrid(double spacingMm, int sizeI, int sizeJ, int sizeK) {

    public WorkingGrid {
        if (!(spacingMm > 0) || sizeI < 1 || sizeJ < 1 || sizeK < 1) {
            throw new IllegalArgumentException(
                    "Working grid of %d x %d x %d voxels at %s mm".formatted(sizeI, sizeJ, sizeK, spacingMm));
        }
    }

    /** Brainstem, thalami and a large tumour in them with room to spare: 96 x 96 x 112 mm at 2 mm. */
    public static WorkingGrid region() {
        return new WorkingGrid(2, 48, 48, 56);
    }

    /** A whole head, coarsely: 224 x 256 x 256 mm at 4 mm. */
    public static WorkingGrid head() {
        return new WorkingGrid(4, 56, 64, 64);
    }

    /** This box with its middle at a point in patient space. */
    public VoxelGrid around(Vec3 centreLps) {
        var scaling = Affine.scaling(spacingMm, spacingMm, spacingMm);
        Vec3 half = scaling.apply((sizeI - 1) / 2.0, (sizeJ - 1) / 2.0, (sizeK - 1) / 2.0);
        return new VoxelGrid(sizeI, sizeJ, sizeK, scaling.withTranslation(centreLps.minus(half)));
    }

    /** This box with a margin on all sides, rounded up to whole voxels. */
    public WorkingGrid withMargin(double marginMm) {
        int voxels = 2 * (int) Math.ceil(marginMm / spacingMm);
        return new WorkingGrid(spacingMm, sizeI + voxels, sizeJ + voxels, sizeK + voxels);
    }

    public int voxelCount() {
        return sizeI * sizeJ * sizeK;
    }
}
