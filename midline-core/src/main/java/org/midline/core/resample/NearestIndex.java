package org.midline.core.resample;

import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/** The source voxel nearest to a target voxel of a row. */
final class NearestIndex {
    private static final double HALF = 0.5 + GridMapping.EPSILON;

    private final Vec3 step;
    private final int maxI;
    private final int maxJ;
    private final int maxK;
    private final int strideJ;
    private final int strideK;

    NearestIndex(VoxelGrid source, Vec3 step) {
        this.step = step;
        this.maxI = source.sizeI() - 1;
        this.maxJ = source.sizeJ() - 1;
        this.maxK = source.sizeK() - 1;
        this.strideJ = source.sizeI();
        this.strideK = source.sizeI() * source.sizeJ();
    }

    /** Flat source index for voxel n of a row that begins at {@code origin}; it must fall into the source. */
    int at(Vec3 origin, int n) {
        int i = nearest(origin.x() + n * step.x(), maxI);
        int j = nearest(origin.y() + n * step.y(), maxJ);
        int k = nearest(origin.z() + n * step.z(), maxK);
        return i + strideJ * j + strideK * k;
    }

    /** Rounds half up; truncation is enough, as nothing below -0.5 - epsilon falls into the source. */
    private static int nearest(double position, int max) {
        return Math.min((int) (position + HALF), max);
    }
}
