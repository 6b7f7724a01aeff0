package org.midline.core;

import java.util.Random;

/** Grids and masks for tests. */
public final class Grids {
    private Grids() {}

    /** A grid of random size, spacing, rotation, handedness and place; its columns are orthogonal. */
    public static VoxelGrid random(Random random, int maxSize) {
        Vec3 a = randomDirection(random);
        Vec3 b = a.cross(randomDirection(random)).unit();
        Vec3 c = a.cross(b).times(random.nextBoolean() ? 1 : -1);
        return new VoxelGrid(
                1 + random.nextInt(maxSize),
                1 + random.nextInt(maxSize),
                1 + random.nextInt(maxSize),
                new Affine(
                        a.times(0.4 + 4 * random.nextDouble()),
                        b.times(0.4 + 4 * random.nextDouble()),
                        c.times(0.4 + 4 * random.nextDouble()),
                        new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).times(30)));
    }

    /** Noise: every voxel inside with the given probability. */
    public static Mask noise(Random random, VoxelGrid grid, double probability) {
        var inside = new boolean[grid.voxelCount()];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = random.nextDouble() < probability;
        }
        return new Mask(grid, inside);
    }

    /** Centre of the voxel at a flat index. */
    public static Vec3 centreLps(VoxelGrid grid, int index) {
        int i = index % grid.sizeI();
        int j = index / grid.sizeI() % grid.sizeJ();
        int k = index / (grid.sizeI() * grid.sizeJ());
        return grid.patientLps(i, j, k);
    }

    /** The voxels whose centre is within {@code radiusMm} of a point. */
    public static Mask ball(VoxelGrid grid, Vec3 centreLps, double radiusMm) {
        return where(
                grid, (i, j, k) -> grid.patientLps(i, j, k).minus(centreLps).length() <= radiusMm);
    }

    public static Mask where(VoxelGrid grid, VoxelTest test) {
        var inside = new boolean[grid.voxelCount()];
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++) {
                    inside[grid.index(i, j, k)] = test.isInside(i, j, k);
                }
            }
        }
        return new Mask(grid, inside);
    }

    /** The voxels of rows of characters, {@code #} inside: each string is a row along i, the first at j = 0. */
    public static Mask slice(String... rows) {
        VoxelGrid grid = VoxelGrid.axisAligned(rows[0].length(), rows.length, 1, 1, 1, 1);
        return where(grid, (i, j, k) -> rows[j].charAt(i) == '#');
    }

    /** A test of one voxel. */
    @FunctionalInterface
    public interface VoxelTest {
        boolean isInside(int i, int j, int k);
    }

    private static Vec3 randomDirection(Random random) {
        return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
    }
}
