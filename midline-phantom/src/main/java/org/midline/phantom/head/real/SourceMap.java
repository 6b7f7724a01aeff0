package org.midline.phantom.head.real;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.PointMap;

/**
 * Where each voxel of a grid comes from in a label map: continuous voxel indices, computed on every
 * {@value #STEP}th voxel and interpolated linearly between, also a little beyond the grid.
 */
final class SourceMap {
    private static final int STEP = 4;
    /** Lattice points before voxel 0 and after the last one, for points that something has moved. */
    private static final int MARGIN = 4;

    private final int[] size = new int[3];
    private final float[][] source;
    private final float[][] row;

    /**
     * @param patientToUpright from the grid's patient LPS mm
     * @param shape in upright mm
     * @param uprightToSource from upright mm to the label map's voxels
     */
    SourceMap(VoxelGrid grid, Affine patientToUpright, PointMap shape, Affine uprightToSource) {
        for (int axis = 0; axis < 3; axis++) {
            size[axis] = (grid.size(axis) - 1) / STEP + 2 + 2 * MARGIN;
        }
        source = new float[3][size[0] * size[1] * size[2]];
        row = new float[3][size[0]];
        Affine toUpright = patientToUpright.after(grid.voxelToPatientLps());
        var point = new double[3];
        int n = 0;
        for (int k = 0; k < size[2]; k++) {
            for (int j = 0; j < size[1]; j++) {
                for (int i = 0; i < size[0]; i++, n++) {
                    Vec3 upright = toUpright.apply(
                            (double) STEP * (i - MARGIN), (double) STEP * (j - MARGIN), (double) STEP * (k - MARGIN));
                    point[0] = upright.x();
                    point[1] = upright.y();
                    point[2] = upright.z();
                    shape.apply(point);
                    Vec3 ijk = uprightToSource.apply(point[0], point[1], point[2]);
                    source[0][n] = (float) ijk.x();
                    source[1][n] = (float) ijk.y();
                    source[2][n] = (float) ijk.z();
                }
            }
        }
    }

    /** The sources of voxels (0, j, k), (1, j, k), ... of the grid. */
    void row(int j, int k, float[][] into) {
        int v = j / STEP + MARGIN;
        int w = k / STEP + MARGIN;
        float fv = (j % STEP) / (float) STEP;
        float fw = (k % STEP) / (float) STEP;
        int start = size[0] * (v + size[1] * w);
        int up = size[0] * size[1];
        for (int axis = 0; axis < 3; axis++) {
            float[] s = source[axis];
            float[] line = row[axis];
            for (int u = MARGIN; u < size[0]; u++) {
                int n = start + u;
                float near = s[n] + fv * (s[n + size[0]] - s[n]);
                float far = s[n + up] + fv * (s[n + up + size[0]] - s[n + up]);
                line[u] = near + fw * (far - near);
            }
            for (int i = 0; i < into[axis].length; i++) {
                int u = i / STEP + MARGIN;
                into[axis][i] = line[u] + (i % STEP) / (float) STEP * (line[u + 1] - line[u]);
            }
        }
    }

    /**
     * The source of any point of the grid.
     *
     * @param ijk continuous voxel indices of the grid, overwritten by those of the label map
     */
    void apply(double[] ijk) {
        double x = clamped(ijk[0], 0);
        double y = clamped(ijk[1], 1);
        double z = clamped(ijk[2], 2);
        int i = (int) x;
        int j = (int) y;
        int k = (int) z;
        int n = i + size[0] * (j + size[1] * k);
        int up = size[0] * size[1];
        for (int axis = 0; axis < 3; axis++) {
            double near = plane(source[axis], n, x - i, y - j);
            ijk[axis] = near + (z - k) * (plane(source[axis], n + up, x - i, y - j) - near);
        }
    }

    private double clamped(double voxel, int axis) {
        return Math.max(0, Math.min(size[axis] - 1.001, voxel / STEP + MARGIN));
    }

    private double plane(float[] s, int n, double u, double v) {
        double near = s[n] + u * (s[n + 1] - s[n]);
        double far = s[n + size[0]] + u * (s[n + size[0] + 1] - s[n + size[0]]);
        return near + v * (far - near);
    }
}
