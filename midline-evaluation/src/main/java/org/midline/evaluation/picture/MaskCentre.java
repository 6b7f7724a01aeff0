package org.midline.evaluation.picture;

import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/** The point of a mask at which to look. */
final class MaskCentre {

    private MaskCentre() {}

    /**
     * The centre of the inside voxel nearest to the centroid, in mm: inside even if the mask is bent or in parts.
     *
     * @throws IllegalStateException if the mask is empty
     */
    static Vec3 lps(Mask mask) {
        VoxelGrid grid = mask.grid();
        boolean[] inside = mask.inside();
        Vec3 centroid = mask.centroidLps();
        Vec3 nearest = centroid;
        double least = Double.POSITIVE_INFINITY;
        for (int n = 0; n < inside.length; n++) {
            if (inside[n]) {
                Vec3 centre = centre(grid, n);
                double distance = centre.minus(centroid).length();
                if (distance < least) {
                    least = distance;
                    nearest = centre;
                }
            }
        }
        return nearest;
    }

    private static Vec3 centre(VoxelGrid grid, int index) {
        int row = index / grid.sizeI();
        int slice = row / grid.sizeJ();
        return grid.patientLps(index % grid.sizeI(), row % grid.sizeJ(), slice);
    }
}
