package org.midline.core.contour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.midline.core.Grids;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.core.contour.PlanarContour.Point;
import org.midline.core.morphology.Components;
import org.midline.core.morphology.Connectivity;
import org.midline.core.morphology.Morphology;

class SliceContoursTest {

    private static Mask noiseSlice(Random random) {
        VoxelGrid grid = VoxelGrid.axisAligned(1 + random.nextInt(12), 1 + random.nextInt(12), 1, 1, 1, 1);
        return Grids.noise(random, grid, random.nextDouble());
    }

    @Property(tries = 500)
    void fillingGivesBackEveryVoxelOfNoise(@ForAll long seed) {
        var random = new Random(seed);
        Mask mask = Grids.noise(random, Grids.random(random, 12), random.nextDouble());

        Mask filled = ContourFiller.fill(mask.grid(), SliceContours.all(mask));

        assertThat(filled.inside()).isEqualTo(mask.inside());
    }

    @Property(tries = 200)
    void fillingGivesBackEveryVoxelAfterRoundingToHundredthsOfAMillimetre(@ForAll long seed) {
        var random = new Random(seed);
        VoxelGrid grid = Grids.random(random, 12);
        Mask mask = Grids.noise(random, grid, random.nextDouble());

        var rounded = new ArrayList<PlanarContour>();
        for (PlanarContour contour : SliceContours.all(mask)) {
            List<Point> points = contour.patientLps(grid).stream()
                    .map(p -> grid.voxelIjk(new Vec3(hundredths(p.x()), hundredths(p.y()), hundredths(p.z()))))
                    .map(ijk -> new Point(ijk.x(), ijk.y()))
                    .toList();
            rounded.add(new PlanarContour(contour.k(), points, contour.hole()));
        }

        assertThat(ContourFiller.fill(grid, rounded).inside()).isEqualTo(mask.inside());
    }

    private static double hundredths(double mm) {
        return Math.rint(mm * 100) / 100;
    }

    @Property(tries = 300)
    void onePolygonForEachPartAndEachHoleAndHalfAVoxelFaceLessInEach(@ForAll long seed) {
        Mask mask = noiseSlice(new Random(seed));

        List<PlanarContour> contours = SliceContours.all(mask);

        long outer = contours.stream().filter(c -> !c.hole()).count();
        long holes = contours.size() - outer;
        assertThat(outer).isEqualTo(Components.of(mask, Connectivity.EDGES).count());
        assertThat(holes)
                .isEqualTo(Components.of(holesOf(mask), Connectivity.FACES).count());
        double area =
                contours.stream().mapToDouble(PlanarContour::signedAreaVoxels).sum();
        assertThat(area).isEqualTo(mask.voxelCount() - 0.5 * outer + 0.5 * holes);
        assertThat(contours)
                .allSatisfy(c -> assertThat(c.signedAreaVoxels() < 0).isEqualTo(c.hole()));
    }

    private static Mask holesOf(Mask slice) {
        boolean[] filled = Morphology.fillHolesPerSlice(slice, 2).inside();
        return Grids.where(slice.grid(), (i, j, k) -> {
            int n = slice.grid().index(i, j, k);
            return filled[n] && !slice.inside()[n];
        });
    }

    @Property(tries = 200)
    void polygonsNeitherTouchNorCrossThemselvesOrEachOther(@ForAll long seed) {
        List<PlanarContour> contours = SliceContours.all(noiseSlice(new Random(seed)));

        var edges = new ArrayList<Edge>();
        var points = new HashSet<Point>();
        for (PlanarContour contour : contours) {
            List<Point> ring = contour.points();
            for (int n = 0; n < ring.size(); n++) {
                Point point = ring.get(n);
                Point next = ring.get((n + 1) % ring.size());
                Point afterNext = ring.get((n + 2) % ring.size());
                assertThat(points.add(point)).as("point %s once", point).isTrue();
                assertThat(cross(point, next, afterNext))
                        .as("corner at %s", next)
                        .isNotZero();
                edges.add(new Edge(point, next));
            }
        }
        for (int a = 0; a < edges.size(); a++) {
            for (int b = a + 1; b < edges.size(); b++) {
                assertThat(edges.get(a).meets(edges.get(b)))
                        .as("%s and %s", edges.get(a), edges.get(b))
                        .isFalse();
            }
        }
    }

    private static double cross(Point a, Point b, Point c) {
        return (b.i() - a.i()) * (c.j() - a.j()) - (b.j() - a.j()) * (c.i() - a.i());
    }

    private record Edge(Point from, Point to) {

        /** Whether two edges share a point other than a common end; exact, as all coordinates are multiples of 0.5. */
        boolean meets(Edge other) {
            if (from.equals(other.to) || to.equals(other.from)) {
                return false;
            }
            return cross(from, to, other.from) * cross(from, to, other.to) <= 0
                    && cross(other.from, other.to, from) * cross(other.from, other.to, to) <= 0
                    && overlap(from.i(), to.i(), other.from.i(), other.to.i())
                    && overlap(from.j(), to.j(), other.from.j(), other.to.j());
        }

        private static boolean overlap(double a, double b, double c, double d) {
            return Math.max(Math.min(a, b), Math.min(c, d)) <= Math.min(Math.max(a, b), Math.max(c, d));
        }
    }

    @Test
    void aLoneVoxelIsADiamond() {
        List<PlanarContour> contours = SliceContours.all(Grids.slice("...", ".#."));

        assertThat(contours).hasSize(1);
        assertThat(contours.get(0).points())
                .containsExactlyInAnyOrder(new Point(1.5, 1), new Point(1, 1.5), new Point(0.5, 1), new Point(1, 0.5));
    }

    @Test
    void aDiagonalOneVoxelWideIsOnePolygonOfFourPoints() {
        List<PlanarContour> contours = SliceContours.all(Grids.slice("#...", ".#..", "..#.", "...#"));

        assertThat(contours).hasSize(1);
        assertThat(contours.get(0).points())
                .containsExactlyInAnyOrder(
                        new Point(-0.5, 0), new Point(0, -0.5), new Point(3.5, 3), new Point(3, 3.5));
    }

    @Test
    void aRingHasAnOuterPolygonAndAHole() {
        List<PlanarContour> contours = SliceContours.all(Grids.slice("#####", "#...#", "#.#.#", "#...#", "#####"));

        assertThat(contours).extracting(PlanarContour::hole).containsExactlyInAnyOrder(false, false, true);
    }

    @Test
    void onlySlicesThatMeetTheMaskAreListedInAscendingOrder() {
        Mask mask = Grids.where(VoxelGrid.axisAligned(2, 2, 6, 1, 1, 1), (i, j, k) -> i == 0 && (k == 4 || k == 1));

        assertThat(SliceContours.trace(mask).keySet()).containsExactly(1, 4);
        assertThat(SliceContours.trace(Mask.empty(mask.grid()))).isEmpty();
    }

    @Test
    void pointsInPatientSpaceLieInTheSlicesPlane() {
        VoxelGrid grid = Grids.random(new Random(3), 20);
        Mask mask = Grids.where(grid, (i, j, k) -> k == 0);
        Vec3 normal = grid.voxelToPatientLps().columnK().unit();

        for (Vec3 point : SliceContours.all(mask).get(0).patientLps(grid)) {
            assertThat(Math.abs(point.minus(grid.patientLps(0, 0, 0)).dot(normal)))
                    .isLessThan(1e-9);
        }
    }
}
