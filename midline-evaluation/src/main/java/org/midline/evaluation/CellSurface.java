package org.midline.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.midline.core.Vec3;

/**
 * The area of the surface that a mask cuts through one cell of the corner grid: the box between eight neighbouring
 * voxel centres.
 *
 * <p>A cell's code has bit {@code a + 2b + 4c} set if its corner (a, b, c) along i, j, k is inside. The surface runs
 * through the midpoints of the edges between inside and outside, as in marching cubes: on every face of the cell the
 * crossed edges are joined, which gives closed polygons. Two choices are free and made so that the area is DeepMind's
 * (checked against their program on random masks): where a face has inside corners on one diagonal only, the corners of
 * the rarer kind in the cell are cut off singly; and a polygon that is not flat is folded so that its area is largest
 * in a cell of unit edges.
 */
final class CellSurface {

    static final int CODES = 256;
    static final int ALL_INSIDE = CODES - 1;

    private static final Vec3 UNIT = new Vec3(1, 1, 1);

    private CellSurface() {}

    /** Area in mm2 by code, for voxels of the given spacing along i, j, k; zero for the codes 0 and 255. */
    static double[] areasMm2(Vec3 spacingMm) {
        var areas = new double[CODES];
        for (int code = 1; code < ALL_INSIDE; code++) {
            for (List<Vec3> polygon : polygons(code)) {
                areas[code] +=
                        Fold.largest(polygon, 0, polygon.size() - 1, spacingMm).areaMm2();
            }
        }
        return areas;
    }

    private static List<List<Vec3>> polygons(int code) {
        boolean cutInside = Integer.bitCount(code) <= 4;
        List<Segment> segments = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            addFace(segments, code, cutInside, axis, 0);
            addFace(segments, code, cutInside, axis, 1);
        }
        List<List<Vec3>> polygons = new ArrayList<>();
        while (!segments.isEmpty()) {
            Segment segment = segments.remove(0);
            Vec3 start = segment.from();
            List<Vec3> polygon = new ArrayList<>(List.of(start));
            while (!segment.to().equals(start)) {
                polygon.add(segment.to());
                segment = takeStartingAt(segments, segment.to());
            }
            polygons.add(polygon);
        }
        return polygons;
    }

    /** Joins the crossed edges of one face, walking round it counter-clockwise as seen from outside the cell. */
    private static void addFace(List<Segment> segments, int code, boolean cutInside, int axis, int side) {
        int[] ring = new int[4];
        for (int n = 0; n < 4; n++) {
            int step = side == 1 ? n : 3 - n;
            int u = step == 1 || step == 2 ? 1 : 0;
            int v = step >= 2 ? 1 : 0;
            ring[n] = side << axis | u << (axis + 1) % 3 | v << (axis + 2) % 3;
        }
        for (int n = 0; n < 4; n++) {
            boolean entering = !inside(code, ring[n]) && inside(code, ring[(n + 1) % 4]);
            if (!entering) {
                continue;
            }
            int towards = cutInside ? 1 : 3;
            int leaving = (n + towards) % 4;
            while (!(inside(code, ring[leaving]) && !inside(code, ring[(leaving + 1) % 4]))) {
                leaving = (leaving + towards) % 4;
            }
            segments.add(new Segment(midpoint(ring, leaving), midpoint(ring, n)));
        }
    }

    private static Segment takeStartingAt(List<Segment> segments, Vec3 point) {
        for (int n = 0; n < segments.size(); n++) {
            if (segments.get(n).from().equals(point)) {
                return segments.remove(n);
            }
        }
        throw new IllegalStateException("Surface of a cell is not closed at " + point);
    }

    private static boolean inside(int code, int corner) {
        return (code >> corner & 1) != 0;
    }

    private static Vec3 midpoint(int[] ring, int edge) {
        return corner(ring[edge]).plus(corner(ring[(edge + 1) % 4])).times(0.5);
    }

    private static Vec3 corner(int number) {
        return new Vec3(number & 1, number >> 1 & 1, number >> 2 & 1);
    }

    private record Segment(Vec3 from, Vec3 to) {}

    /** The triangles of a part of a polygon: their area with unit edges, by which they were chosen, and in mm2. */
    private record Fold(double unitArea, double areaMm2) {

        static Fold largest(List<Vec3> polygon, int first, int last, Vec3 spacingMm) {
            if (last - first < 2) {
                return new Fold(0, 0);
            }
            var best = new Fold(-1, 0);
            for (int apex = first + 1; apex < last; apex++) {
                Fold before = largest(polygon, first, apex, spacingMm);
                Fold after = largest(polygon, apex, last, spacingMm);
                Vec3 a = polygon.get(first);
                Vec3 b = polygon.get(apex);
                Vec3 c = polygon.get(last);
                double unitArea = before.unitArea + after.unitArea + triangle(a, b, c, UNIT);
                if (unitArea > best.unitArea) {
                    best = new Fold(unitArea, before.areaMm2 + after.areaMm2 + triangle(a, b, c, spacingMm));
                }
            }
            return best;
        }

        private static double triangle(Vec3 a, Vec3 b, Vec3 c, Vec3 scale) {
            Vec3 ab = b.minus(a);
            Vec3 ac = c.minus(a);
            var scaledAb = new Vec3(ab.x() * scale.x(), ab.y() * scale.y(), ab.z() * scale.z());
            var scaledAc = new Vec3(ac.x() * scale.x(), ac.y() * scale.y(), ac.z() * scale.z());
            return scaledAb.cross(scaledAc).length() / 2;
        }
    }
}
