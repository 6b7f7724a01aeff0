package org.midline.core;

/**
 * A set of voxels of a grid; a voxel is in or out as a whole.
 *
 * <p>As with {@link Volume}, the array given is kept, not copied, and must not be written afterwards.
 */
public final class Mask {
    private final VoxelGrid grid;
    private final boolean[] inside;

    public Mask(VoxelGrid grid, boolean[] inside) {
        if (inside.length != grid.voxelCount()) {
            throw new IllegalArgumentException("%d values for a grid of %d x %d x %d voxels"
                    .formatted(inside.length, grid.sizeI(), grid.sizeJ(), grid.sizeK()));
        }
        this.grid = grid;
        this.inside = inside;
    }

    public static Mask empty(VoxelGrid grid) {
        return new Mask(grid, new boolean[grid.voxelCount()]);
    }

    /** The voxels whose value is above the threshold; NaN is not above anything. */
    public static Mask above(Volume volume, float threshold) {
        float[] values = volume.values();
        var inside = new boolean[values.length];
        for (int n = 0; n < values.length; n++) {
            inside[n] = values[n] > threshold;
        }
        return new Mask(volume.grid(), inside);
    }

    public VoxelGrid grid() {
        return grid;
    }

    /** The backing array, i fastest; read only by convention. */
    public boolean[] inside() {
        return inside;
    }

    public boolean at(int i, int j, int k) {
        return inside[grid.index(i, j, k)];
    }

    public int voxelCount() {
        int count = 0;
        for (boolean in : inside) {
            if (in) {
                count++;
            }
        }
        return count;
    }

    public boolean isEmpty() {
        for (boolean in : inside) {
            if (in) {
                return false;
            }
        }
        return true;
    }

    public double volumeMl() {
        return voxelCount() * grid.voxelVolumeMm3() / 1000;
    }
}
