package org.midline.core.contour;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.midline.core.contour.PlanarContour.Point;

/**
 * Holes joined to the polygon around them by a channel of no width, so that one polygon bounds what has holes: the
 * "keyhole" of DICOM PS3.3 C.8.8.6.3. For readers that unite the polygons of a slice instead of excluding one from the
 * other, as several planning systems do.
 */
public final class KeyholeContours {
    private static final Comparator<Point> BY_J_THEN_I =
            Comparator.comparingDouble(Point::j).thenComparingDouble(Point::i);

    private KeyholeContours() {}

    /**
     * The outer polygons, each with its holes joined to it, by ascending slice; {@link ContourFiller} fills them as it
     * fills the polygons given. A channel runs along i from the hole's point of highest j; on traced masks it passes half
     * way between rows of voxel centres. Points at the ends of a channel occur twice.
     *
     * @param contours as {@link SliceContours} traces them: not touching each other, with their hole flags
     * @throws IllegalArgumentException if there is a hole without a polygon around it
     */
    public static List<PlanarContour> join(Collection<PlanarContour> contours) {
        TreeMap<Integer, List<PlanarContour>> bySlice =
                contours.stream().collect(Collectors.groupingBy(PlanarContour::k, TreeMap::new, Collectors.toList()));
        var joined = new ArrayList<PlanarContour>();
        bySlice.forEach((k, ofSlice) -> {
            List<List<Point>> rings = ofSlice.stream()
                    .filter(contour -> !contour.hole())
                    .<List<Point>>map(contour -> new ArrayList<>(contour.points()))
                    .toList();
            ofSlice.stream()
                    .filter(PlanarContour::hole)
                    .map(KeyholeContours::fromHighestPoint)
                    .sorted(Comparator.comparing((List<Point> hole) -> hole.get(0), BY_J_THEN_I)
                            .reversed())
                    .forEach(hole -> attach(hole, rings, k));
            rings.forEach(ring -> joined.add(new PlanarContour(k, ring, false)));
        });
        return List.copyOf(joined);
    }

    /** The hole's points from the one of highest j, among these of highest i, and back to it. */
    private static List<Point> fromHighestPoint(PlanarContour hole) {
        List<Point> points = hole.points();
        int start = 0;
        for (int n = 1; n < points.size(); n++) {
            if (BY_J_THEN_I.compare(points.get(n), points.get(start)) > 0) {
                start = n;
            }
        }
        var rotated = new ArrayList<Point>(points.size() + 1);
        rotated.addAll(points.subList(start, points.size()));
        rotated.addAll(points.subList(0, start + 1));
        return rotated;
    }

    /**
     * Inserts a hole into the ring that a ray from its first point along i meets first. From the highest hole down, that
     * ring is complete already: a hole that the ray meets reaches as high or higher.
     */
    private static void attach(List<Point> hole, List<List<Point>> rings, int k) {
        Point start = hole.get(0);
        double nearest = Double.POSITIVE_INFINITY;
        List<Point> ring = List.of();
        int edge = -1;
        for (List<Point> candidate : rings) {
            for (int n = 0; n < candidate.size(); n++) {
                double i = meeting(start, candidate.get(n), candidate.get((n + 1) % candidate.size()));
                if (i < nearest) {
                    nearest = i;
                    ring = candidate;
                    edge = n;
                }
            }
        }
        if (edge < 0) {
            throw new IllegalArgumentException(
                    "Hole on slice %d at (%s, %s) without a polygon around it".formatted(k, start.i(), start.j()));
        }
        var end = new Point(nearest, start.j());
        var inserted = new ArrayList<Point>(hole.size() + 2);
        if (!end.equals(ring.get(edge))) {
            inserted.add(end);
        }
        inserted.addAll(hole);
        if (!end.equals(ring.get((edge + 1) % ring.size()))) {
            inserted.add(end);
        }
        ring.addAll(edge + 1, inserted);
    }

    /** Where the ray from a point along i first meets an edge, as i; +infinity if it does not. */
    private static double meeting(Point start, Point a, Point b) {
        double j = start.j();
        if (Math.min(a.j(), b.j()) > j || Math.max(a.j(), b.j()) < j) {
            return Double.POSITIVE_INFINITY;
        }
        if (a.j() == b.j()) {
            double low = Math.min(a.i(), b.i());
            return low > start.i() ? low : Double.POSITIVE_INFINITY;
        }
        double i = a.i() + (b.i() - a.i()) * ((j - a.j()) / (b.j() - a.j()));
        return i > start.i() ? i : Double.POSITIVE_INFINITY;
    }
}
