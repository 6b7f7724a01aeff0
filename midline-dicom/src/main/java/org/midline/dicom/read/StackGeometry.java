package org.midline.dicom.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/**
 * Parallel frames as slices of a regular grid. Slices are ordered along the normal, by the projection of
 * ImagePositionPatient on it; nothing else is asked, neither instance numbers nor slice thickness.
 *
 * @param grid right-handed: i along a row, j down a column, k along the normal
 * @param slices in the order of k
 */
record StackGeometry(VoxelGrid grid, List<Frame> slices) {
    private static final long VOXELS_AT_MOST = 1L << 29;
    private static final double SAME_POSITION_MM = 0.01;
    private static final double POSITION_TOLERANCE_MM = 0.1;
    private static final double POSITION_TOLERANCE_OF_SPACING = 0.02;

    StackGeometry {
        slices = List.copyOf(slices);
    }

    /** Frames of equal orientation grouped by position along the normal, in its order. */
    static List<List<Frame>> byPosition(List<Frame> frames) {
        Vec3 normal = frames.get(0).normal();
        var sorted = new ArrayList<>(frames);
        sorted.sort(Comparator.comparingDouble(frame -> frame.positionLps().dot(normal)));
        var groups = new ArrayList<List<Frame>>();
        double last = Double.NEGATIVE_INFINITY;
        for (Frame frame : sorted) {
            double position = frame.positionLps().dot(normal);
            if (position - last > SAME_POSITION_MM) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(frame);
            last = position;
        }
        return groups;
    }

    /**
     * The grid of frames of equal orientation and raster, one at each position.
     *
     * @param sorted in the order of the normal
     * @throws UnusableException if there are fewer than two frames, gaps are missing or unequal, or slices are shifted
     *     against each other in their plane
     */
    static StackGeometry of(List<Frame> sorted) throws UnusableException {
        if (sorted.size() < 2) {
            throw new UnusableException("a single image, expected a stack of slices");
        }
        Frame first = sorted.get(0);
        Vec3 normal = first.normal();
        double[] positions =
                sorted.stream().mapToDouble(f -> f.positionLps().dot(normal)).toArray();
        int last = positions.length - 1;
        double spacing = (positions[last] - positions[0]) / last;
        requireEven(sorted, positions, spacing);
        requireStraight(sorted, normal, tolerance(spacing));
        var affine = new Affine(
                first.rowDirection().times(first.spacingMmI()),
                first.columnDirection().times(first.spacingMmJ()),
                normal.times(spacing),
                first.positionLps());
        long voxels = (long) first.columns() * first.rows() * sorted.size();
        if (voxels > VOXELS_AT_MOST) {
            throw new UnusableException("%d voxels, expected at most %d".formatted(voxels, VOXELS_AT_MOST));
        }
        try {
            return new StackGeometry(new VoxelGrid(first.columns(), first.rows(), sorted.size(), affine), sorted);
        } catch (IllegalArgumentException e) {
            throw new UnusableException(e.getMessage(), e);
        }
    }

    private static double tolerance(double spacing) {
        return Math.max(POSITION_TOLERANCE_MM, POSITION_TOLERANCE_OF_SPACING * spacing);
    }

    private static void requireEven(List<Frame> sorted, double[] positions, double spacing) throws UnusableException {
        double[] gaps = new double[positions.length - 1];
        for (int n = 0; n < gaps.length; n++) {
            gaps[n] = positions[n + 1] - positions[n];
        }
        double[] byLength = gaps.clone();
        Arrays.sort(byLength);
        double usual = byLength[byLength.length / 2];
        for (int n = 0; n < gaps.length; n++) {
            long steps = Math.round(gaps[n] / usual);
            if (steps >= 2 && Math.abs(gaps[n] - steps * usual) <= steps * tolerance(usual)) {
                throw new UnusableException("%d %s missing between %s and %s (gap of %s mm, elsewhere %s mm)"
                        .formatted(
                                steps - 1,
                                steps == 2 ? "slice is" : "slices are",
                                sorted.get(n).name(),
                                sorted.get(n + 1).name(),
                                mm(gaps[n]),
                                mm(usual)));
            }
        }
        for (int n = 0; n < positions.length; n++) {
            if (Math.abs(positions[n] - positions[0] - n * spacing) > tolerance(spacing)) {
                throw new UnusableException("unequal gaps between slices, %s to %s mm"
                        .formatted(mm(byLength[0]), mm(byLength[byLength.length - 1])));
            }
        }
    }

    private static void requireStraight(List<Frame> sorted, Vec3 normal, double toleranceMm) throws UnusableException {
        Vec3 origin = sorted.get(0).positionLps();
        for (Frame frame : sorted) {
            Vec3 offset = frame.positionLps().minus(origin);
            double inPlane = offset.minus(normal.times(offset.dot(normal))).length();
            if (inPlane > toleranceMm) {
                throw new UnusableException("%s is shifted by %s mm in its plane against %s (a sheared stack)"
                        .formatted(frame.name(), mm(inPlane), sorted.get(0).name()));
            }
        }
    }

    private static String mm(double length) {
        return String.format(Locale.ROOT, "%.2f", length);
    }
}
