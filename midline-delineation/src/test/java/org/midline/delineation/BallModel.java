package org.midline.delineation;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.network.inference.Localisation;

/**
 * A model that sees a ball wherever it looks: its probability falls linearly from 1 to 0 across the surface, within two
 * voxels of the working grid to either side, and is 0.5 on it.
 *
 * @param centreLps of the ball, wherever the region is laid
 */
public record BallModel(Vec3 centreLps, double radiusMm, Vec3 regionCentreLps) implements DelineationModel {
    static final double SPACING_MM = 2;
    static final int SIZE = 48;

    /** Says that brainstem and thalami are at a point. */
    public static RegionFinder finder(Vec3 centreLps) {
        return finder(new Localisation.Located(centreLps, 25, 10, 0));
    }

    static RegionFinder finder(Localisation localisation) {
        return new RegionFinder() {
            @Override
            public Localisation locate(Volume image) {
                return localisation;
            }

            @Override
            public ModelIdentity identity() {
                return new ModelIdentity("stub finder", "0", "00", "nothing");
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Volume probability(Volume image, Vec3 regionCentreLps) {
        return ball();
    }

    /** On a cube of 96 mm about the region's centre. */
    Volume ball() {
        double half = (SIZE - 1) / 2.0 * SPACING_MM;
        var grid = new VoxelGrid(
                SIZE,
                SIZE,
                SIZE,
                Affine.scaling(SPACING_MM, SPACING_MM, SPACING_MM)
                        .withTranslation(regionCentreLps.minus(new Vec3(half, half, half))));
        var values = new float[grid.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) Math.max(0, Math.min(1, 0.5 + (radiusMm - distanceMm(grid, n)) / (4.0 * SPACING_MM)));
        }
        return new Volume(grid, values);
    }

    /** From the ball's centre to the centre of the voxel at a flat index. */
    double distanceMm(VoxelGrid grid, int index) {
        int i = index % grid.sizeI();
        int j = index / grid.sizeI() % grid.sizeJ();
        int k = index / (grid.sizeI() * grid.sizeJ());
        return grid.patientLps(i, j, k).minus(centreLps).length();
    }

    @Override
    public double threshold() {
        return 0.5;
    }

    @Override
    public ModelIdentity identity() {
        return new ModelIdentity("stub ball", "0", "ba11", "nothing");
    }

    @Override
    public void close() {}
}
