package org.midline.core.resample;

import java.util.Optional;
import java.util.stream.IntStream;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/**
 * Where the voxels of a target grid lie in a source grid: one affine map from target to source indices, and for every
 * row of the target the range of voxels that fall into the source, so that the others cost nothing.
 *
 * <p>A voxel falls into the source if its centre is within the source's voxels, borders included: on every axis from
 * half a voxel before the first centre to half a voxel after the last.
 */
final class GridMapping {
    /** Index tolerance, in voxels: rounding of affines must not decide what lies on a border. */
    static final double EPSILON = 1e-6;

    /** Entries of the map this close to an integer are taken as that integer, so that copies are exact. */
    private static final double SNAP = 1e-9;

    private final VoxelGrid source;
    private final VoxelGrid target;
    private final Affine targetToSource;

    GridMapping(VoxelGrid source, VoxelGrid target) {
        this.source = source;
        this.target = target;
        Affine map = source.voxelToPatientLps().inverse().after(target.voxelToPatientLps());
        this.targetToSource = new Affine(
                snapped(map.columnI()), snapped(map.columnJ()), snapped(map.columnK()), snapped(map.translation()));
    }

    private static Vec3 snapped(Vec3 v) {
        return new Vec3(snapped(v.x()), snapped(v.y()), snapped(v.z()));
    }

    private static double snapped(double value) {
        double whole = Math.rint(value);
        double withoutNegativeZero = whole + 0.0;
        return Math.abs(value - whole) < SNAP ? withoutNegativeZero : value;
    }

    Affine targetToSource() {
        return targetToSource;
    }

    /** Source indices move by this much from one target voxel of a row to the next. */
    Vec3 step() {
        return targetToSource.columnI();
    }

    /** The source voxel on which target voxel (0, 0, 0) lies, if the grids differ by whole voxels only. */
    Optional<int[]> wholeVoxelShift() {
        Affine linear = targetToSource.withTranslation(new Vec3(0, 0, 0));
        Vec3 t = targetToSource.translation();
        boolean whole = t.x() == Math.rint(t.x()) && t.y() == Math.rint(t.y()) && t.z() == Math.rint(t.z());
        boolean near = Math.max(Math.abs(t.x()), Math.max(Math.abs(t.y()), Math.abs(t.z()))) < 1 << 30;
        return whole && near && linear.equals(Affine.IDENTITY)
                ? Optional.of(new int[] {(int) t.x(), (int) t.y(), (int) t.z()})
                : Optional.empty();
    }

    /**
     * The part of the source that the target's voxels lie in, and a margin around it; empty if they lie in none.
     *
     * @param marginVoxels on both sides along each axis, as far as the source reaches
     */
    Optional<VoxelGrid> sourceWindow(int[] marginVoxels) {
        var start = new int[3];
        var size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            double low = targetToSource.translation().component(axis);
            double high = low;
            for (int targetAxis = 0; targetAxis < 3; targetAxis++) {
                double reach = targetToSource.column(targetAxis).component(axis) * (target.size(targetAxis) - 1);
                low += Math.min(reach, 0);
                high += Math.max(reach, 0);
            }
            start[axis] = (int) Math.max(Math.floor(low) - marginVoxels[axis], 0);
            int last = (int) Math.min(Math.ceil(high) + marginVoxels[axis], source.size(axis) - 1);
            size[axis] = last - start[axis] + 1;
            if (size[axis] < 1) {
                return Optional.empty();
            }
        }
        return Optional.of(source.window(start[0], start[1], start[2], size[0], size[1], size[2]));
    }

    /** What to do with the voxels of one target row that fall into the source. */
    @FunctionalInterface
    interface Row {
        /**
         * Called by several threads at a time, once per row at most.
         *
         * @param start flat target index of the row's voxel i = 0
         * @param first first i that falls into the source
         * @param last last such i, included
         * @param origin continuous source indices of the row's voxel i = 0
         */
        void accept(int start, int first, int last, Vec3 origin);
    }

    void forEachRow(Row row) {
        IntStream.range(0, target.sizeK()).parallel().forEach(k -> {
            for (int j = 0; j < target.sizeJ(); j++) {
                visit(j, k, row);
            }
        });
    }

    private void visit(int j, int k, Row row) {
        Vec3 origin = targetToSource.apply(0, j, k);
        Vec3 step = step();
        double first = 0;
        double last = target.sizeI() - 1;
        for (int axis = 0; axis < 3; axis++) {
            double low = -0.5 - EPSILON - origin.component(axis);
            double high = source.size(axis) - 0.5 + EPSILON - origin.component(axis);
            double d = step.component(axis);
            if (d == 0) {
                if (low > 0 || high < 0) {
                    return;
                }
            } else {
                first = Math.max(first, Math.ceil(d > 0 ? low / d : high / d));
                last = Math.min(last, Math.floor(d > 0 ? high / d : low / d));
            }
        }
        if (first <= last) {
            row.accept(target.index(0, j, k), (int) first, (int) last, origin);
        }
    }
}
