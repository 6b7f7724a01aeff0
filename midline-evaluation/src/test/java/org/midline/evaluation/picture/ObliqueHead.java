package org.midline.evaluation.picture;

import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

/** A ball of tissue on an oblique grid of thick slices, described in patient space. */
public final class ObliqueHead {
    private static final Vec3 COLUMN_I = new Vec3(0.8, 0.1, 0.2).unit().times(0.9);
    private static final Vec3 COLUMN_K =
            COLUMN_I.cross(new Vec3(0.1, 1, 0.1)).unit().times(4);
    private static final Vec3 COLUMN_J = COLUMN_K.cross(COLUMN_I).unit().times(0.9);

    public static final VoxelGrid GRID = centred(110, 110, 26);

    private ObliqueHead() {}

    private static VoxelGrid centred(int sizeI, int sizeJ, int sizeK) {
        var linear = new Affine(COLUMN_I, COLUMN_J, COLUMN_K, new Vec3(0, 0, 0));
        Vec3 middle = linear.apply((sizeI - 1) / 2.0, (sizeJ - 1) / 2.0, (sizeK - 1) / 2.0);
        return new VoxelGrid(sizeI, sizeJ, sizeK, linear.withTranslation(middle.times(-1)));
    }

    /** Voxels whose centre is within the radius of a point, in mm. */
    public static Mask ball(VoxelGrid grid, Vec3 centreLps, double radiusMm) {
        var inside = new boolean[grid.voxelCount()];
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++) {
                    inside[grid.index(i, j, k)] =
                            grid.patientLps(i, j, k).minus(centreLps).length() <= radiusMm;
                }
            }
        }
        return new Mask(grid, inside);
    }

    /** A grey ball of 35 mm around the origin with a bright ball of 8 mm at a point. */
    public static Volume withBrightSpot(Vec3 spotLps) {
        Mask head = ball(GRID, new Vec3(0, 0, 0), 35);
        Mask spot = ball(GRID, spotLps, 8);
        var values = new float[GRID.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = spot.inside()[n] ? 1000 : head.inside()[n] ? 300 : 0;
        }
        return new Volume(GRID, values);
    }
}
