package org.midline.core.morphology;

import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/**
 * Growing, shrinking and smoothing of masks by a ball of a radius in mm, through the exact distance between voxel
 * centres; and filling of holes.
 *
 * <p>A voxel whose centre is exactly at the radius counts as within it (to one part in a million, so that rounding of
 * spacings does not decide). What lies beyond the grid counts as outside the mask. Radii must be finite and not
 * negative. As for {@link DistanceTransform}, the grid's columns are taken as orthogonal.
 */
public final class Morphology {
    private static final double RELATIVE_TOLERANCE = 1e-6;

    private Morphology() {}

    /** The voxels whose centre is no further than {@code mm} from the centre of an inside voxel. */
    public static Mask dilate(Mask mask, double mm) {
        checkRadius(mm);
        return MaskWindow.around(mask, marginVoxels(mask.grid(), mm), true)
                .map(window -> window.onFullGrid(dilated(window.mask(), mm)))
                .orElse(mask);
    }

    /** The inside voxels whose centre is further than {@code mm} from the centre of every outside voxel. */
    public static Mask erode(Mask mask, double mm) {
        checkRadius(mm);
        return MaskWindow.around(mask, new int[] {1, 1, 1}, false)
                .map(window -> window.onFullGrid(eroded(window.mask(), mm)))
                .orElse(mask);
    }

    /**
     * Dilation, then erosion: closes gaps and dents narrower than {@code 2 * mm} and keeps every inside voxel, also at
     * the border of the grid.
     */
    public static Mask close(Mask mask, double mm) {
        checkRadius(mm);
        return MaskWindow.around(mask, marginVoxels(mask.grid(), mm), false)
                .map(window -> {
                    var grown = new Mask(window.mask().grid(), dilated(window.mask(), mm));
                    return window.onFullGrid(eroded(grown, mm));
                })
                .orElse(mask);
    }

    /** Erosion, then dilation: removes what is thinner than {@code 2 * mm} and adds no voxel. */
    public static Mask open(Mask mask, double mm) {
        checkRadius(mm);
        return MaskWindow.around(mask, new int[] {1, 1, 1}, false)
                .map(window -> {
                    var shrunk = new Mask(window.mask().grid(), eroded(window.mask(), mm));
                    return window.onFullGrid(dilated(shrunk, mm));
                })
                .orElse(mask);
    }

    /** Adds the outside voxels that no path of face neighbours joins to the border of the grid. */
    public static Mask fillHoles(Mask mask) {
        return filledWithinBox(mask, -1);
    }

    /**
     * As {@link #fillHoles}, in every slice by itself: adds the outside voxels that no path within the slice joins to
     * the slice's border.
     *
     * @param axis 0, 1 or 2: the axis across the slices
     */
    public static Mask fillHolesPerSlice(Mask mask, int axis) {
        if (axis < 0 || axis > 2) {
            throw new IndexOutOfBoundsException("Axis " + axis + ": expected 0, 1 or 2");
        }
        return filledWithinBox(mask, axis);
    }

    /** Holes lie within the mask's box; the layer of outside voxels around it stands for all the rest. */
    private static Mask filledWithinBox(Mask mask, int blockedAxis) {
        return MaskWindow.around(mask, new int[] {1, 1, 1}, false)
                .map(window -> window.onFullGrid(Holes.filled(window.mask(), blockedAxis)))
                .orElse(mask);
    }

    private static boolean[] dilated(Mask mask, double mm) {
        float[] squared = DistanceTransform.squaredMm(mask);
        double limit = squaredLimit(mm);
        var inside = new boolean[squared.length];
        for (int n = 0; n < squared.length; n++) {
            inside[n] = squared[n] <= limit;
        }
        return inside;
    }

    /** Needs a layer of outside voxels around the mask: what is nearest beyond the grid is then no nearer than it. */
    private static boolean[] eroded(Mask mask, double mm) {
        boolean[] inside = mask.inside();
        var outside = new boolean[inside.length];
        for (int n = 0; n < inside.length; n++) {
            outside[n] = !inside[n];
        }
        float[] squared = DistanceTransform.squaredMm(new Mask(mask.grid(), outside));
        double limit = squaredLimit(mm);
        var kept = new boolean[squared.length];
        for (int n = 0; n < squared.length; n++) {
            kept[n] = squared[n] > limit;
        }
        return kept;
    }

    private static double squaredLimit(double mm) {
        return mm * mm * (1 + RELATIVE_TOLERANCE);
    }

    /** Voxels within the radius along each axis, and one more. */
    private static int[] marginVoxels(VoxelGrid grid, double mm) {
        var margin = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            margin[axis] = (int) Math.min(Math.ceil(mm / grid.spacingMm(axis)) + 1, 1 << 20);
        }
        return margin;
    }

    private static void checkRadius(double mm) {
        if (!(mm >= 0) || Double.isInfinite(mm)) {
            throw new IllegalArgumentException("Radius " + mm + " mm: expected a finite number not below 0");
        }
    }
}
