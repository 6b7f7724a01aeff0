package org.midline.core.contour;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/** Contours back to a mask. */
public final class ContourFiller {
    private ContourFiller() {}

    /**
     * The voxels whose centre is enclosed by an odd number of the contours of its slice. The direction of the points and
     * the hole flag play no part; contours may reach beyond the slice. A centre exactly on a contour counts as enclosed
     * where the polygon lies to its higher side along i (and, on an edge along i, along j).
     *
     * @throws IllegalArgumentException if a contour is on a slice that the grid does not have
     */
    public static Mask fill(VoxelGrid grid, Collection<PlanarContour> contours) {
        var inside = new boolean[grid.voxelCount()];
        TreeMap<Integer, List<PlanarContour>> bySlice =
                contours.stream().collect(Collectors.groupingBy(PlanarContour::k, TreeMap::new, Collectors.toList()));
        var toggles = new boolean[grid.sizeI() * grid.sizeJ()];
        bySlice.forEach((k, ofSlice) -> {
            if (k < 0 || k >= grid.sizeK()) {
                throw new IllegalArgumentException(
                        "Contour on slice %d: expected 0 to %d".formatted(k, grid.sizeK() - 1));
            }
            Arrays.fill(toggles, false);
            ofSlice.forEach(contour -> toggle(toggles, grid, contour.points()));
            for (int j = 0; j < grid.sizeJ(); j++) {
                boolean enclosed = false;
                int to = grid.index(0, j, k);
                for (int i = 0, at = grid.sizeI() * j; i < grid.sizeI(); i++) {
                    enclosed ^= toggles[at + i];
                    inside[to + i] = enclosed;
                }
            }
        });
        return new Mask(grid, inside);
    }

    /** Marks, row by row, the first centre at or beyond each crossing of the polygon with the line through the centres. */
    private static void toggle(boolean[] toggles, VoxelGrid grid, List<PlanarContour.Point> points) {
        PlanarContour.Point a = points.get(points.size() - 1);
        for (PlanarContour.Point b : points) {
            double lowJ = Math.min(a.j(), b.j());
            double highJ = Math.max(a.j(), b.j());
            int first = (int) Math.max(Math.ceil(lowJ), 0);
            int end = (int) Math.min(Math.ceil(highJ), grid.sizeJ());
            for (int j = first; j < end; j++) {
                double crossing = a.i() + (b.i() - a.i()) * ((j - a.j()) / (b.j() - a.j()));
                int i = (int) Math.max(Math.ceil(crossing), 0);
                if (i < grid.sizeI()) {
                    toggles[j * grid.sizeI() + i] ^= true;
                }
            }
            a = b;
        }
    }
}
