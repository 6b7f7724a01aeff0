package org.midline.network.data;

import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.DistanceTransform;
import org.midline.network.image.WorkingGrid;

/**
 * Signed distances in mm of a working grid's voxel centres from the border of a structure, above 0 outside, taken half
 * way between the last voxel inside and the first outside; {@value #FAR_MM} mm everywhere for an absent structure.
 */
public final class BorderDistance {
    private static final float FAR_MM = 100;

    private BorderDistance() {}

    /**
     * @param truth parts of voxels, structure after structure; more than half is inside
     * @return distances in the order of the truth
     */
    public static float[] of(float[] truth, WorkingGrid working) {
        VoxelGrid grid = working.around(new Vec3(0, 0, 0));
        int voxels = grid.voxelCount();
        var distances = new float[truth.length];
        for (int start = 0; start < truth.length; start += voxels) {
            var inside = new boolean[voxels];
            var outside = new boolean[voxels];
            for (int n = 0; n < voxels; n++) {
                inside[n] = truth[start + n] > 0.5f;
                outside[n] = !inside[n];
            }
            float[] toStructure = DistanceTransform.squaredMm(new Mask(grid, inside));
            float[] toOutside = DistanceTransform.squaredMm(new Mask(grid, outside));
            float half = (float) grid.spacingMm(0) / 2;
            for (int n = 0; n < voxels; n++) {
                double signed = inside[n] ? half - Math.sqrt(toOutside[n]) : Math.sqrt(toStructure[n]) - half;
                distances[start + n] = (float) Math.max(-FAR_MM, Math.min(FAR_MM, signed));
            }
        }
        return distances;
    }
}
