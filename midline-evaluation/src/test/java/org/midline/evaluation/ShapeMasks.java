package org.midline.evaluation;

import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/** Masks of simple shapes, on axes (0, 1, 2) = (i, j, k). */
public final class ShapeMasks {

    private ShapeMasks() {}

    public static Mask box(VoxelGrid grid, int i0, int i1, int j0, int j1, int k0, int k1) {
        var inside = new boolean[grid.voxelCount()];
        for (int k = k0; k < k1; k++) {
            for (int j = j0; j < j1; j++) {
                for (int i = i0; i < i1; i++) {
                    inside[grid.index(i, j, k)] = true;
                }
            }
        }
        return new Mask(grid, inside);
    }

    /** Centre and radius in mm, the centre of voxel (0, 0, 0) being the origin. */
    public static Mask sphere(VoxelGrid grid, double x, double y, double z, double radiusMm) {
        var inside = new boolean[grid.voxelCount()];
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++) {
                    double dx = i * grid.spacingMm(0) - x;
                    double dy = j * grid.spacingMm(1) - y;
                    double dz = k * grid.spacingMm(2) - z;
                    inside[grid.index(i, j, k)] = dx * dx + dy * dy + dz * dz <= radiusMm * radiusMm;
                }
            }
        }
        return new Mask(grid, inside);
    }

    public static Mask voxel(VoxelGrid grid, int i, int j, int k) {
        return box(grid, i, i + 1, j, j + 1, k, k + 1);
    }

    public static Mask union(Mask a, Mask b) {
        var inside = a.inside().clone();
        for (int n = 0; n < inside.length; n++) {
            inside[n] |= b.inside()[n];
        }
        return new Mask(a.grid(), inside);
    }
}
