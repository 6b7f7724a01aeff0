package org.midline.phantom.stream;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/**
 * A scan on the working grid, as inference brings any image there: each value the mean of eight points of the voxel, a
 * quarter of it away from its middle along each axis, each interpolated linearly. Half a voxel beyond the scan's
 * outermost centres the scan is extended by its edge values.
 */
final class WorkingVoxels {
    /** Positions in the scan are whole numbers of this part of a voxel, two to the power of minus so many. */
    private static final int BITS = 16;

    private static final int FRACTION = (1 << BITS) - 1;
    private static final float PART = 1f / (1 << BITS);

    /** More than what rounding adds up to along a row. */
    private static final double EDGE = 2e-3;

    private final VoxelGrid scan;
    private final VoxelGrid working;
    private final Affine workingToScan;

    WorkingVoxels(VoxelGrid scan, VoxelGrid working) {
        this.scan = scan;
        this.working = working;
        workingToScan = scan.voxelToPatientLps().inverse().after(working.voxelToPatientLps());
    }

    /** @param outside the value beyond the scan */
    float[] of(float[] values, float outside) {
        var result = new float[working.voxelCount()];
        var box = new int[] {0, 0, 0, working.sizeI(), working.sizeJ(), working.sizeK()};
        add(values, outside, box, result);
        return result;
    }

    /**
     * The part of each working voxel in a structure.
     *
     * @param inside voxels of the scan
     * @param result filled from {@code first}; 0 before
     */
    void ofMask(boolean[] inside, float[] result, int first) {
        int[] box = boxAround(inside);
        if (box[3] == 0) {
            return;
        }
        var values = new float[inside.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = inside[n] ? 1 : 0;
        }
        var part = new float[working.voxelCount()];
        add(values, 0, box, part);
        System.arraycopy(part, 0, result, first, part.length);
    }

    private void add(float[] values, float outside, int[] box, float[] result) {
        for (int k = box[2]; k < box[2] + box[5]; k++) {
            for (int j = box[1]; j < box[1] + box[4]; j++) {
                for (int corner = 0; corner < 8; corner++) {
                    Vec3 origin = workingToScan.apply(
                            (corner & 1) == 0 ? -0.25 : 0.25,
                            j + ((corner & 2) == 0 ? -0.25 : 0.25),
                            k + ((corner & 4) == 0 ? -0.25 : 0.25));
                    addRow(values, outside, origin, box[0], box[0] + box[3], working.index(0, j, k), result);
                }
            }
        }
    }

    private void addRow(float[] values, float outside, Vec3 origin, int from, int to, int start, float[] result) {
        int[] seen = range(origin, -0.5, 0.5, from, to);
        int[] between = range(origin, EDGE, -EDGE, seen[0], seen[1]);
        for (int i = from; i < seen[0]; i++) {
            result[start + i] += 0.125f * outside;
        }
        for (int i = seen[0]; i < between[0]; i++) {
            result[start + i] += 0.125f * atEdge(values, origin, i);
        }
        interpolate(values, origin, between[0], between[1], start, result);
        for (int i = between[1]; i < seen[1]; i++) {
            result[start + i] += 0.125f * atEdge(values, origin, i);
        }
        for (int i = seen[1]; i < to; i++) {
            result[start + i] += 0.125f * outside;
        }
    }

    /** First and behind the last of the points of a row that lie within the scan and a margin before and after it. */
    private int[] range(Vec3 origin, double before, double after, int from, int to) {
        Vec3 step = workingToScan.columnI();
        double low = from;
        double high = to - 1.0;
        for (int axis = 0; axis < 3; axis++) {
            double first = before - origin.component(axis);
            double last = scan.size(axis) - 1 + after - origin.component(axis);
            double d = step.component(axis);
            if (Math.abs(d) > 1e-9) {
                low = Math.max(low, Math.min(first / d, last / d));
                high = Math.min(high, Math.max(first / d, last / d));
            } else if (first > 0 || last < 0) {
                high = Double.NEGATIVE_INFINITY;
            }
        }
        int begin = (int) Math.ceil(low);
        int end = (int) Math.floor(high) + 1;
        return begin < end ? new int[] {begin, end} : new int[] {to, to};
    }

    /** A point less than half a voxel beyond the outermost centres. */
    private float atEdge(float[] values, Vec3 origin, int i) {
        Vec3 p = origin.plus(workingToScan.columnI().times(i));
        double x = Math.max(0, Math.min(scan.sizeI() - 1 - EDGE, p.x()));
        double y = Math.max(0, Math.min(scan.sizeJ() - 1 - EDGE, p.y()));
        double z = Math.max(0, Math.min(scan.sizeK() - 1 - EDGE, p.z()));
        int n = scan.index((int) x, (int) y, (int) z);
        return trilinear(values, n, scan.sizeI(), scan.sizeI() * scan.sizeJ(), (float) (x % 1), (float) (y % 1), (float)
                (z % 1));
    }

    private void interpolate(float[] values, Vec3 origin, int begin, int end, int start, float[] result) {
        Vec3 step = workingToScan.columnI();
        int row = scan.sizeI();
        int slice = row * scan.sizeJ();
        int x = parts(origin.x() + begin * step.x());
        int y = parts(origin.y() + begin * step.y());
        int z = parts(origin.z() + begin * step.z());
        int stepX = parts(step.x());
        int stepY = parts(step.y());
        int stepZ = parts(step.z());
        for (int i = begin; i < end; i++) {
            int n = (x >> BITS) + row * (y >> BITS) + slice * (z >> BITS);
            float u = (x & FRACTION) * PART;
            float v = (y & FRACTION) * PART;
            float w = (z & FRACTION) * PART;
            result[start + i] += 0.125f * trilinear(values, n, row, slice, u, v, w);
            x += stepX;
            y += stepY;
            z += stepZ;
        }
    }

    private static float trilinear(float[] values, int n, int row, int slice, float u, float v, float w) {
        int up = n + slice;
        float near0 = values[n] + u * (values[n + 1] - values[n]);
        float near1 = values[n + row] + u * (values[n + row + 1] - values[n + row]);
        float far0 = values[up] + u * (values[up + 1] - values[up]);
        float far1 = values[up + row] + u * (values[up + row + 1] - values[up + row]);
        float near = near0 + v * (near1 - near0);
        float far = far0 + v * (far1 - far0);
        return near + w * (far - near);
    }

    private static int parts(double voxels) {
        return (int) Math.round(voxels * (1 << BITS));
    }

    /** Start and size of the box of working voxels that the structure reaches; size 0 if it is empty. */
    private int[] boxAround(boolean[] inside) {
        int[] low = {scan.sizeI(), scan.sizeJ(), scan.sizeK()};
        int[] high = {-1, -1, -1};
        int n = 0;
        for (int k = 0; k < scan.sizeK(); k++) {
            for (int j = 0; j < scan.sizeJ(); j++) {
                for (int i = 0; i < scan.sizeI(); i++, n++) {
                    if (inside[n]) {
                        low[0] = Math.min(low[0], i);
                        high[0] = Math.max(high[0], i);
                        low[1] = Math.min(low[1], j);
                        high[1] = Math.max(high[1], j);
                        low[2] = Math.min(low[2], k);
                        high[2] = Math.max(high[2], k);
                    }
                }
            }
        }
        if (high[0] < 0) {
            return new int[6];
        }
        Affine toWorking = workingToScan.inverse();
        double[] first = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] last = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int corner = 0; corner < 8; corner++) {
            Vec3 voxel = toWorking.apply(
                    (corner & 1) == 0 ? low[0] - 1 : high[0] + 1,
                    (corner & 2) == 0 ? low[1] - 1 : high[1] + 1,
                    (corner & 4) == 0 ? low[2] - 1 : high[2] + 1);
            for (int axis = 0; axis < 3; axis++) {
                first[axis] = Math.min(first[axis], voxel.component(axis));
                last[axis] = Math.max(last[axis], voxel.component(axis));
            }
        }
        var box = new int[6];
        for (int axis = 0; axis < 3; axis++) {
            box[axis] = Math.max(0, (int) Math.floor(first[axis]) - 1);
            int end = Math.min(working.size(axis), (int) Math.ceil(last[axis]) + 2);
            box[3 + axis] = end - box[axis];
            if (box[3 + axis] <= 0) {
                return new int[6];
            }
        }
        return box;
    }
}
