package org.midline.core.contour;

import java.util.List;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/**
 * A closed polygon in one slice of a grid; the last point is joined to the first and not repeated.
 *
 * @param k index of the slice
 * @param points at least three, in continuous voxel indices: voxel (i, j) has its centre at (i, j) and reaches half a
 *     voxel to each side
 * @param hole whether the polygon bounds what is cut out of a larger one; by convention outer polygons run
 *     counter-clockwise in (i, j), so with positive area, holes clockwise
 */
public record PlanarContour(int k, List<Point> points, boolean hole) {

    /** A point of a slice, in continuous voxel indices. */
    public record Point(double i, double j) {}

    public PlanarContour {
        if (points.size() < 3) {
            throw new IllegalArgumentException(
                    "Contour of %d points on slice %d: expected at least 3".formatted(points.size(), k));
        }
        points = List.copyOf(points);
    }

    /** The points in mm in the patient's LPS frame, in the same order. */
    public List<Vec3> patientLps(VoxelGrid grid) {
        return points.stream().map(p -> grid.patientLps(p.i(), p.j(), k)).toList();
    }

    /** Area in units of one voxel's face, positive if the points run counter-clockwise in (i, j). */
    public double signedAreaVoxels() {
        double twice = 0;
        Point previous = points.get(points.size() - 1);
        for (Point point : points) {
            twice += previous.i() * point.j() - point.i() * previous.j();
            previous = point;
        }
        return twice / 2;
    }
}
