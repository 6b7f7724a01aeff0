package org.midline.phantom.stream;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.scanner.Protocol;

/**
 * The part of a protocol's grid that the working grid needs, with voxels made no finer than the working grid's values
 * are read.
 *
 * @param grid slices along k; in the sample's frame
 * @param sliceThicknessMm of the excited slice
 * @param noiseFactor of a voxel's noise, where several of the protocol's voxels are taken as one
 */
record ScanGrid(VoxelGrid grid, double sliceThicknessMm, double noiseFactor) {

    /**
     * @param leastMm voxels are taken together to reach this size
     * @return a grid of at least two voxels along each axis, even if the working grid lies beyond the protocol's
     */
    static ScanGrid of(Protocol protocol, VoxelGrid working, double leastMm) {
        VoxelGrid whole = protocol.grid();
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        Affine toWhole = whole.voxelToPatientLps().inverse();
        for (int corner = 0; corner < 8; corner++) {
            Vec3 voxel = toWhole.apply(working.patientLps(
                    (corner & 1) == 0 ? -0.5 : working.sizeI() - 0.5,
                    (corner & 2) == 0 ? -0.5 : working.sizeJ() - 0.5,
                    (corner & 4) == 0 ? -0.5 : working.sizeK() - 0.5));
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], voxel.component(axis));
                high[axis] = Math.max(high[axis], voxel.component(axis));
            }
        }
        var start = new double[3];
        var size = new int[3];
        var step = new double[3];
        double noiseFactor = 1;
        for (int axis = 0; axis < 3; axis++) {
            double spacing = whole.spacingMm(axis);
            step[axis] = Math.max(1, leastMm / spacing);
            noiseFactor /= Math.sqrt(step[axis]);
            double first = Math.max(0, Math.floor(low[axis]) - 1);
            double last = Math.min(whole.size(axis) - 1.0, Math.ceil(high[axis]) + 1);
            start[axis] = Math.min(first, whole.size(axis) - 1.0 - step[axis]);
            size[axis] = Math.max(2, 1 + (int) Math.floor((last - start[axis]) / step[axis] + 1e-9));
        }
        Affine affine = whole.voxelToPatientLps();
        var grid = new VoxelGrid(
                size[0],
                size[1],
                size[2],
                new Affine(
                        affine.columnI().times(step[0]),
                        affine.columnJ().times(step[1]),
                        affine.columnK().times(step[2]),
                        affine.apply(start[0], start[1], start[2])));
        return new ScanGrid(
                grid, Math.max(protocol.sliceThicknessMm(), Math.min(leastMm, grid.spacingMm(2))), noiseFactor);
    }
}
