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

    /**
     * The mean of the centres of the voxels inside, in mm.
     *
     * @throws IllegalStateException if the mask is empty
     */
    public Vec3 centroidLps() {
        double sumI = 0;
        double sumJ = 0;
        double sumK = 0;
        int count = 0;
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (inside[n]) {
                        sumI += i;
                        sumJ += j;
                        sumK += k;
                        count++;
                    }
                }
            }
        }
        if (count == 0) {
            throw new IllegalStateException("An empty mask has no centre");
        }
        return grid.patientLps(sumI / count, sumJ / count, sumK / count);
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
