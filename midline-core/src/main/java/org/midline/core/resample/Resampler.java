package org.midline.core.resample;

import java.util.Arrays;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

/**
 * Images and masks on another grid. Any two grids will do: oblique, sheared, anisotropic, left-handed, of other size.
 *
 * <p>Every target voxel takes its value at its centre. Where the centre lies within the source's voxels (so up to half a
 * voxel beyond the outermost centres) the source is extended by its edge values; further out the target is
 * {@code outside}, or not in the mask. Grids that differ by whole voxels only are copied bit for bit. A voxel that is
 * not a number spoils the voxels interpolated from it and no others.
 */
public final class Resampler {
    private Resampler() {}

    /** Trilinear interpolation. For a target coarser than the source see {@link #antialiased}. */
    public static Volume linear(Volume source, VoxelGrid target, float outside) {
        float[] to = filled(target, outside);
        var mapping = new GridMapping(source.grid(), target);
        if (!copiedAlongRows(mapping, source.grid(), source.values(), to)) {
            var sampler = new LinearSampler(source.grid(), source.values(), mapping.step(), to);
            mapping.forEachRow(sampler::sampleRow);
        }
        return new Volume(target, to);
    }

    /** The value of the nearest source voxel; half way between two, that of the higher index. */
    public static Volume nearest(Volume source, VoxelGrid target, float outside) {
        float[] to = filled(target, outside);
        float[] from = source.values();
        var mapping = new GridMapping(source.grid(), target);
        if (!copiedAlongRows(mapping, source.grid(), from, to)) {
            var indices = new NearestIndex(source.grid(), mapping.step());
            mapping.forEachRow((start, first, last, origin) -> {
                for (int n = first; n <= last; n++) {
                    to[start + n] = from[indices.at(origin, n)];
                }
            });
        }
        return new Volume(target, to);
    }

    /** As {@link #nearest(Volume, VoxelGrid, float)}; target voxels outside the source are not in the mask. */
    public static Mask nearest(Mask source, VoxelGrid target) {
        var to = new boolean[target.voxelCount()];
        boolean[] from = source.inside();
        var mapping = new GridMapping(source.grid(), target);
        if (!copiedAlongRows(mapping, source.grid(), from, to)) {
            var indices = new NearestIndex(source.grid(), mapping.step());
            mapping.forEachRow((start, first, last, origin) -> {
                for (int n = first; n <= last; n++) {
                    to[start + n] = from[indices.at(origin, n)];
                }
            });
        }
        return new Mask(target, to);
    }

    /** The voxels of the target of which, interpolated trilinearly at their centre, more than half is in the mask. */
    public static Mask linear(Mask source, VoxelGrid target) {
        var shares = new float[source.inside().length];
        for (int n = 0; n < shares.length; n++) {
            shares[n] = source.inside()[n] ? 1 : 0;
        }
        return Mask.above(linear(new Volume(source.grid(), shares), target, 0), 0.5f);
    }

    /**
     * Trilinear interpolation after a Gaussian blur of the source along its own axes where the target is coarser.
     *
     * <p>Along a source axis the target's voxels are {@code f} source voxels wide (the root of the summed squares of the
     * target's three steps along that axis); the blur has {@code sigma = max(0, (f - 1) / 2)} source voxels, cut off at
     * 4 sigma, with the source extended by its edge values. The rule for sigma is that of scikit-image's
     * {@code transform.resize(anti_aliasing=True)}. Without a coarser axis this is {@link #linear}.
     */
    public static Volume antialiased(Volume source, VoxelGrid target, float outside) {
        var mapping = new GridMapping(source.grid(), target);
        var sigmas = new double[3];
        var margin = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            sigmas[axis] = Math.max(0, (widthVoxels(mapping, axis) - 1) / 2);
            margin[axis] = GaussianBlur.radiusVoxels(sigmas[axis]) + 1;
        }
        var window = mapping.sourceWindow(margin);
        if (window.isEmpty()) {
            return new Volume(target, filled(target, outside));
        }
        Volume blurred = linear(source, window.get(), outside);
        for (int axis = 0; axis < 3; axis++) {
            if (sigmas[axis] > GridMapping.EPSILON) {
                blurred = GaussianBlur.along(blurred, axis, sigmas[axis]);
            }
        }
        return linear(blurred, target, outside);
    }

    private static double widthVoxels(GridMapping mapping, int axis) {
        var map = mapping.targetToSource();
        return new Vec3(
                        map.columnI().component(axis),
                        map.columnJ().component(axis),
                        map.columnK().component(axis))
                .length();
    }

    private static float[] filled(VoxelGrid grid, float value) {
        var values = new float[grid.voxelCount()];
        if (Float.floatToRawIntBits(value) != 0) {
            Arrays.fill(values, value);
        }
        return values;
    }

    /** Copies whole rows, of any type of array, if the grids differ by whole voxels only. */
    private static boolean copiedAlongRows(GridMapping mapping, VoxelGrid source, Object from, Object to) {
        var shift = mapping.wholeVoxelShift();
        shift.ifPresent(s -> mapping.forEachRow((start, first, last, origin) -> {
            int row = source.index(s[0] + first, (int) origin.y(), (int) origin.z());
            System.arraycopy(from, row, to, start + first, last - first + 1);
        }));
        return shift.isPresent();
    }
}
