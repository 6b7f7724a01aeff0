package org.midline.core.resample;

import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/** Trilinear interpolation along rows of a target grid. */
final class LinearSampler {
    private final VoxelGrid source;
    private final float[] from;
    private final Vec3 step;
    private final float[] to;

    LinearSampler(VoxelGrid source, float[] from, Vec3 step, float[] to) {
        this.source = source;
        this.from = from;
        this.step = step;
        this.to = to;
    }

    /** Sets {@code to[start + first]} to {@code to[start + last]}; see {@link GridMapping.Row}. */
    void sampleRow(int start, int first, int last, Vec3 origin) {
        int maxI = source.sizeI() - 1;
        int maxJ = source.sizeJ() - 1;
        int maxK = source.sizeK() - 1;
        int strideJ = source.sizeI();
        int strideK = source.sizeI() * source.sizeJ();
        int nextI = maxI > 0 ? 1 : 0;
        int nextJ = maxJ > 0 ? strideJ : 0;
        int nextK = maxK > 0 ? strideK : 0;
        int lastCellI = Math.max(maxI - 1, 0);
        int lastCellJ = Math.max(maxJ - 1, 0);
        int lastCellK = Math.max(maxK - 1, 0);
        for (int n = first; n <= last; n++) {
            double x = Math.min(Math.max(origin.x() + n * step.x(), 0), maxI);
            double y = Math.min(Math.max(origin.y() + n * step.y(), 0), maxJ);
            double z = Math.min(Math.max(origin.z() + n * step.z(), 0), maxK);
            int i = Math.min((int) x, lastCellI);
            int j = Math.min((int) y, lastCellJ);
            int k = Math.min((int) z, lastCellK);
            double u = x - i;
            double v = y - j;
            double w = z - k;
            int near = i + strideJ * j + strideK * k;
            int far = near + nextK;
            double a = from[near] * (1 - u) + from[near + nextI] * u;
            double b = from[near + nextJ] * (1 - u) + from[near + nextJ + nextI] * u;
            double c = from[far] * (1 - u) + from[far + nextI] * u;
            double d = from[far + nextJ] * (1 - u) + from[far + nextJ + nextI] * u;
            to[start + n] = (float) ((a * (1 - v) + b * v) * (1 - w) + (c * (1 - v) + d * v) * w);
        }
    }
}
