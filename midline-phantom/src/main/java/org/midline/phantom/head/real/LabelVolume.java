package org.midline.phantom.head.real;

import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.Components;
import org.midline.core.morphology.Connectivity;

/**
 * FreeSurfer labels on a grid of 1 mm whose axes are patient left, posterior and superior, cut to the head,
 * from a little above the vertex to as far below the brainstem as a scan would show.
 *
 * @param labels i fastest; kept, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // images are large and immutable by convention
record LabelVolume(VoxelGrid grid, short[] labels) {
    /** Room around the head, so that what is missing outside the brain can be added. */
    private static final int MARGIN_MM = 2;

    private static final int MARGIN_OF_BRAIN_MM = 26;
    /** How far below the brainstem a head is needed. */
    private static final int BELOW_BRAINSTEM_MM = 62;

    /** Takes the nearest voxel's label; on a grid of 1 mm along the patient's axes that changes nothing. */
    static LabelVolume of(VoxelGrid source, short[] labels) {
        short[] connected = largestPart(source, labels);
        int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] high = {-1, -1, -1};
        double brainstemZ = Double.POSITIVE_INFINITY;
        boolean outside = false;
        int n = 0;
        for (int k = 0; k < source.sizeK(); k++) {
            for (int j = 0; j < source.sizeJ(); j++) {
                for (int i = 0; i < source.sizeI(); i++, n++) {
                    if (connected[n] != 0) {
                        extend(low, high, i, j, k);
                        outside |= connected[n] >= LabelTable.FIRST_OUTSIDE_BRAIN;
                    }
                    if (connected[n] == LabelTable.BRAINSTEM) {
                        brainstemZ =
                                Math.min(brainstemZ, source.patientLps(i, j, k).z());
                    }
                }
            }
        }
        int margin = outside ? MARGIN_MM : MARGIN_OF_BRAIN_MM;
        VoxelGrid grid = box(source, low, high, margin, brainstemZ - BELOW_BRAINSTEM_MM);
        return new LabelVolume(grid, sampled(source, connected, grid));
    }

    int at(int i, int j, int k) {
        return labels[grid.index(i, j, k)];
    }

    /** Without what floats outside the head. */
    private static short[] largestPart(VoxelGrid grid, short[] labels) {
        var any = new boolean[labels.length];
        for (int n = 0; n < any.length; n++) {
            any[n] = labels[n] != 0;
        }
        int[] parts = Components.of(new Mask(grid, any), Connectivity.FACES).labels();
        var result = new short[labels.length];
        for (int n = 0; n < any.length; n++) {
            result[n] = parts[n] == 1 ? labels[n] : 0;
        }
        return result;
    }

    private static void extend(int[] low, int[] high, int i, int j, int k) {
        low[0] = Math.min(low[0], i);
        low[1] = Math.min(low[1], j);
        low[2] = Math.min(low[2], k);
        high[0] = Math.max(high[0], i);
        high[1] = Math.max(high[1], j);
        high[2] = Math.max(high[2], k);
    }

    /** Around the box of voxels, but from {@code lowestZ} upwards; filling the source's voxels evenly. */
    private static VoxelGrid box(VoxelGrid source, int[] low, int[] high, int margin, double lowestZ) {
        double[] first = {1e9, 1e9, 1e9};
        double[] last = {-1e9, -1e9, -1e9};
        for (int corner = 0; corner < 8; corner++) {
            Vec3 p = source.patientLps(
                    (corner & 1) == 0 ? low[0] : high[0],
                    (corner & 2) == 0 ? low[1] : high[1],
                    (corner & 4) == 0 ? low[2] : high[2]);
            for (int axis = 0; axis < 3; axis++) {
                first[axis] = Math.min(first[axis], p.component(axis));
                last[axis] = Math.max(last[axis], p.component(axis));
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            double beyondCentre = 0.5 * (thickness(source, axis) - 1);
            first[axis] -= beyondCentre;
            last[axis] += beyondCentre;
        }
        first[2] += Math.ceil(lowestZ - first[2]) + margin;
        var size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            size[axis] = (int) Math.ceil(last[axis] - first[axis] - 1e-6) + 1 + 2 * margin;
        }
        var start = Affine.translation(first[0] - margin, first[1] - margin, first[2] - margin);
        return new VoxelGrid(size[0], size[1], size[2], start);
    }

    /** Of a voxel along a patient axis, in mm. */
    private static double thickness(VoxelGrid grid, int axis) {
        Affine toPatient = grid.voxelToPatientLps();
        return Math.max(
                Math.abs(toPatient.columnI().component(axis)),
                Math.max(
                        Math.abs(toPatient.columnJ().component(axis)),
                        Math.abs(toPatient.columnK().component(axis))));
    }

    private static short[] sampled(VoxelGrid source, short[] labels, VoxelGrid grid) {
        var result = new short[grid.voxelCount()];
        Affine toSource = source.voxelToPatientLps().inverse().after(grid.voxelToPatientLps());
        Vec3 step = toSource.columnI();
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                Vec3 start = toSource.apply(0, j, k);
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    int u = (int) Math.round(start.x() + i * step.x());
                    int v = (int) Math.round(start.y() + i * step.y());
                    int w = (int) Math.round(start.z() + i * step.z());
                    if (source.contains(u, v, w)) {
                        result[n] = labels[source.index(u, v, w)];
                    }
                }
            }
        }
        return result;
    }
}
