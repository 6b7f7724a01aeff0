package org.midline.core;

/**
 * An image: one float per voxel of a grid, i fastest.
 *
 * <p>Volumes are large and treated as immutable: the array given is kept, not copied, and must not be written
 * afterwards; neither must the one that {@link #values()} returns.
 */
public final class Volume {
    private final VoxelGrid grid;
    private final float[] values;

    public Volume(VoxelGrid grid, float[] values) {
        if (values.length != grid.voxelCount()) {
            throw new IllegalArgumentException("%d values for a grid of %d x %d x %d voxels"
                    .formatted(values.length, grid.sizeI(), grid.sizeJ(), grid.sizeK()));
        }
        this.grid = grid;
        this.values = values;
    }

    public VoxelGrid grid() {
        return grid;
    }

    /** The backing array, i fastest; read only by convention. */
    public float[] values() {
        return values;
    }

    public float at(int i, int j, int k) {
        return values[grid.index(i, j, k)];
    }
}
