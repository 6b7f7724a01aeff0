package org.midline.phantom.head.procedural;

import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.PointMap;

/**
 * Template coordinates of a grid's voxels, row after row: a map evaluated at every {@value #STEP}th voxel along each
 * axis and interpolated linearly between.
 */
final class TemplateRows {
    static final int STEP = 4;

    private final int nodesI;
    private final int nodesJ;
    private final float[][] nodes;
    private final float[][] rowNodes;

    /** @param toTemplate from patient LPS to the template */
    TemplateRows(VoxelGrid grid, PointMap toTemplate) {
        nodesI = grid.sizeI() / STEP + 2;
        nodesJ = grid.sizeJ() / STEP + 2;
        int nodesK = grid.sizeK() / STEP + 2;
        nodes = new float[3][nodesI * nodesJ * nodesK];
        rowNodes = new float[3][nodesI];
        var point = new double[3];
        int n = 0;
        for (int k = 0; k < nodesK; k++) {
            for (int j = 0; j < nodesJ; j++) {
                for (int i = 0; i < nodesI; i++, n++) {
                    Vec3 p = grid.patientLps((double) i * STEP, (double) j * STEP, (double) k * STEP);
                    point[0] = p.x();
                    point[1] = p.y();
                    point[2] = p.z();
                    toTemplate.apply(point);
                    for (int axis = 0; axis < 3; axis++) {
                        nodes[axis][n] = (float) point[axis];
                    }
                }
            }
        }
    }

    /** Makes the row of voxels (0, j, k), (1, j, k) and so on the current one. */
    void moveTo(int j, int k) {
        float v = j % STEP / (float) STEP;
        float w = k % STEP / (float) STEP;
        int start = nodesI * (j / STEP + nodesJ * (k / STEP));
        int up = nodesI * nodesJ;
        for (int axis = 0; axis < 3; axis++) {
            float[] values = nodes[axis];
            for (int i = 0; i < nodesI; i++) {
                int n = start + i;
                float near = values[n] + v * (values[n + nodesI] - values[n]);
                float far = values[n + up] + v * (values[n + up + nodesI] - values[n + up]);
                rowNodes[axis][i] = near + w * (far - near);
            }
        }
    }

    /** A voxel's template coordinate along an axis, in the current row. */
    double at(int axis, int i) {
        float[] row = rowNodes[axis];
        int n = i / STEP;
        return row[n] + (row[n + 1] - row[n]) * (i % STEP / (float) STEP);
    }
}
