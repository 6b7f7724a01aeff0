package org.midline.phantom.tumour;

import java.util.function.IntPredicate;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.material.TissueChange;

/**
 * Carries what a disease made of tissue to where the tissue is now. Changed tissue keeps to the voxels that hold such
 * tissue: it is interpolated between these alone, and nothing else is changed.
 */
final class Pushed {
    private static final float TRACE = 0.01f;

    private final VoxelGrid grid;
    private final PointMap presentToRest;
    private final HeadWindow window;
    private final IntPredicate takes;
    private final int[] stride;

    /** @param takes whether a voxel of the window holds tissue that the disease can be in */
    Pushed(VoxelGrid grid, PointMap presentToRest, HeadWindow window, IntPredicate takes) {
        this.grid = grid;
        this.presentToRest = presentToRest;
        this.window = window;
        this.takes = takes;
        stride = new int[] {1, window.sizeI(), window.sizeI() * window.sizeJ()};
    }

    /** @param furthestMm no point moves further */
    TissueChange change(TissueChange rest, double furthestMm) {
        int margin = 2 + (int) Math.ceil(furthestMm / grid.spacingMm(0));
        TissueChange change = TissueChange.none(changed(rest, margin));
        float[][] from = fields(rest);
        float[][] to = fields(change);
        var toVoxels = grid.voxelToPatientLps().inverse();
        var point = new double[3];
        change.window().forEach((n, i, j, k) -> {
            Vec3 present = grid.patientLps(i, j, k);
            point[0] = present.x();
            point[1] = present.y();
            point[2] = present.z();
            presentToRest.apply(point);
            Vec3 voxel = toVoxels.apply(point[0], point[1], point[2]);
            sample(voxel.x() - window.startI(), voxel.y() - window.startJ(), voxel.z() - window.startK(), from, to, n);
        });
        return change;
    }

    private void sample(double x, double y, double z, float[][] from, float[][] to, int n) {
        if (!(x >= 0 && y >= 0 && z >= 0)
                || x >= window.sizeI() - 1
                || y >= window.sizeJ() - 1
                || z >= window.sizeK() - 1) {
            return;
        }
        if (!takes.test(index((int) Math.round(x), (int) Math.round(y), (int) Math.round(z)))) {
            return;
        }
        int corner = index((int) x, (int) y, (int) z);
        double sum = 0;
        for (int c = 0; c < 8; c++) {
            int m = corner + (c & 1) * stride[0] + (c >> 1 & 1) * stride[1] + (c >> 2) * stride[2];
            if (takes.test(m)) {
                double weight = weight(c & 1, x) * weight(c >> 1 & 1, y) * weight(c >> 2, z);
                sum += weight;
                for (int field = 0; field < from.length; field++) {
                    to[field][n] += (float) (weight * from[field][m]);
                }
            }
        }
        for (float[] field : to) {
            field[n] = (float) Math.min(1, field[n] / sum);
        }
    }

    private int index(int i, int j, int k) {
        return i + stride[1] * j + stride[2] * k;
    }

    private static double weight(int upper, double place) {
        double share = place - (int) place;
        return upper == 1 ? share : 1 - share;
    }

    private static float[][] fields(TissueChange change) {
        return new float[][] {
            change.occupancy(),
            change.density(),
            change.necrosis(),
            change.cyst(),
            change.haemorrhage(),
            change.enhancing(),
            change.oedema()
        };
    }

    /** The box of what is changed, with a margin, within the grid. */
    private HeadWindow changed(TissueChange rest, int margin) {
        int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] high = {-1, -1, -1};
        rest.window().forEach((n, i, j, k) -> {
            if (rest.density()[n] > TRACE || rest.oedema()[n] > TRACE) {
                int[] at = {i, j, k};
                for (int axis = 0; axis < 3; axis++) {
                    low[axis] = Math.min(low[axis], at[axis]);
                    high[axis] = Math.max(high[axis], at[axis]);
                }
            }
        });
        int[] size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = Math.max(0, low[axis] - margin);
            size[axis] = Math.min(grid.size(axis) - 1, high[axis] + margin) - low[axis] + 1;
        }
        return new HeadWindow(low[0], low[1], low[2], size[0], size[1], size[2]);
    }
}
