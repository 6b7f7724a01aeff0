package org.midline.phantom.scanner;

import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/**
 * Samples a field on a fine grid with the voxels of a protocol: the mean over points within each voxel, spread through
 * the slice's thickness and, where pixels are larger than fine voxels, across the pixel.
 */
final class SliceSampler {
    private final VoxelGrid target;
    private final int windowI;
    private final int windowJ;
    private final int windowK;
    private final int sizeI;
    private final int sizeJ;
    private final int sizeK;
    private final Vec3 start;
    private final Vec3 stepI;
    private final Vec3 stepJ;
    private final Vec3 stepK;
    private final double[] offsets;
    private final float[] weights;

    /**
     * A sampler for fields on a window of the fine grid that starts at voxel (windowI, windowJ, windowK); outside the
     * window the field is 0.
     */
    SliceSampler(
            VoxelGrid target,
            double thicknessMm,
            VoxelGrid fine,
            int windowI,
            int windowJ,
            int windowK,
            int sizeI,
            int sizeJ,
            int sizeK) {
        this(target, thicknessMm, SlicePulse.IDEAL, fine, windowI, windowJ, windowK, sizeI, sizeJ, sizeK);
    }

    /** A sampler that weighs the points in a slice by a pulse's profile. */
    SliceSampler(
            VoxelGrid target,
            double thicknessMm,
            SlicePulse pulse,
            VoxelGrid fine,
            int windowI,
            int windowJ,
            int windowK,
            int sizeI,
            int sizeJ,
            int sizeK) {
        this.target = target;
        this.windowI = windowI;
        this.windowJ = windowJ;
        this.windowK = windowK;
        this.sizeI = sizeI;
        this.sizeJ = sizeJ;
        this.sizeK = sizeK;
        var toFine = fine.voxelToPatientLps().inverse().after(target.voxelToPatientLps());
        start = toFine.apply(0, 0, 0);
        stepI = toFine.column(0);
        stepJ = toFine.column(1);
        stepK = toFine.column(2);
        double reachMm = pulse.reachMm(thicknessMm);
        int points = Math.max(1, (int) Math.ceil(2 * reachMm / (1.3 * fine.spacingMm(2))));
        offsets = new double[points];
        weights = new float[points];
        double sum = 0;
        for (int n = 0; n < points; n++) {
            double distanceMm = ((n + 0.5) / points - 0.5) * 2 * reachMm;
            offsets[n] = distanceMm / target.spacingMm(2);
            weights[n] = (float) pulse.height(distanceMm, thicknessMm);
            sum += weights[n];
        }
        for (int n = 0; n < points; n++) {
            weights[n] /= (float) sum;
        }
    }

    /** The means, target's i fastest. */
    float[] sample(float[] field) {
        var result = new float[target.voxelCount()];
        int n = 0;
        for (int k = 0; k < target.sizeK(); k++) {
            for (int j = 0; j < target.sizeJ(); j++, n += target.sizeI()) {
                for (int point = 0; point < offsets.length; point++) {
                    addRow(field, result, n, j, k + offsets[point], weights[point]);
                }
            }
        }
        return result;
    }

    private void addRow(float[] field, float[] result, int n, int j, double k, float weight) {
        double x0 = start.x() + j * stepJ.x() + k * stepK.x() - windowI;
        double y0 = start.y() + j * stepJ.y() + k * stepK.y() - windowJ;
        double z0 = start.z() + j * stepJ.z() + k * stepK.z() - windowK;
        double first = 0;
        double last = target.sizeI() - 1.0;
        double[] from = {x0, y0, z0};
        double[] step = {stepI.x(), stepI.y(), stepI.z()};
        double[] most = {sizeI - 1.000001, sizeJ - 1.000001, sizeK - 1.000001};
        for (int axis = 0; axis < 3; axis++) {
            if (Math.abs(step[axis]) < 1e-9) {
                if (from[axis] < 0 || from[axis] > most[axis]) {
                    return;
                }
            } else {
                double a = -from[axis] / step[axis];
                double b = (most[axis] - from[axis]) / step[axis];
                first = Math.max(first, Math.min(a, b));
                last = Math.min(last, Math.max(a, b));
            }
        }
        int up = sizeI * sizeJ;
        for (int i = (int) Math.ceil(first); i <= last; i++) {
            double x = x0 + i * step[0];
            double y = y0 + i * step[1];
            double z = z0 + i * step[2];
            int a = (int) x;
            int b = (int) y;
            int c = (int) z;
            float u = (float) (x - a);
            float v = (float) (y - b);
            float w = (float) (z - c);
            int p = a + sizeI * b + up * c;
            float near = bilinear(field, p, u, v);
            float far = bilinear(field, p + up, u, v);
            result[n + i] += weight * (near + w * (far - near));
        }
    }

    private float bilinear(float[] field, int p, float u, float v) {
        float near = field[p] + u * (field[p + 1] - field[p]);
        float far = field[p + sizeI] + u * (field[p + sizeI + 1] - field[p + sizeI]);
        return near + v * (far - near);
    }
}
