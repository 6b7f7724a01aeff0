package org.midline.core.contour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.midline.core.Grids;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.core.contour.PlanarContour.Point;

class ContourFillerTest {
    private static final VoxelGrid GRID = VoxelGrid.axisAligned(24, 20, 3, 0.8, 1.1, 4);

    private static PlanarContour circle(int k, double i, double j, double radius) {
        var points = new ArrayList<Point>();
        for (int n = 0; n < 720; n++) {
            double angle = Math.toRadians(n * 0.5);
            points.add(new Point(i + radius * Math.cos(angle), j + radius * Math.sin(angle)));
        }
        return new PlanarContour(k, points, false);
    }

    @Property(tries = 200)
    void aRandomPolygonEnclosesTheCentresWithOddCrossings(@ForAll long seed) {
        var random = new Random(seed);
        var points = new ArrayList<Point>();
        for (int n = 3 + random.nextInt(10); n > 0; n--) {
            points.add(new Point(random.nextDouble() * 34 - 5, random.nextDouble() * 30 - 5));
        }

        Mask filled = ContourFiller.fill(GRID, List.of(new PlanarContour(1, points, false)));

        Mask expected = Grids.where(GRID, (i, j, k) -> k == 1 && crossingsBelow(points, i, j) % 2 == 1);
        assertThat(filled.inside()).isEqualTo(expected.inside());
    }

    /** Crossings with the ray along -j, so in the other direction than the filler's own rows. */
    private static int crossingsBelow(List<Point> points, double i, double j) {
        int crossings = 0;
        for (int n = 0; n < points.size(); n++) {
            Point a = points.get(n);
            Point b = points.get((n + 1) % points.size());
            boolean spans = (a.i() > i) != (b.i() > i);
            if (spans && a.j() + (i - a.i()) * (b.j() - a.j()) / (b.i() - a.i()) < j) {
                crossings++;
            }
        }
        return crossings;
    }

    @Test
    void contoursInsideEachOtherAreHolesAndIslandsWhateverTheirFlags() {
        var nested = List.of(circle(1, 11, 9, 8.2), circle(1, 11, 9, 5.3), circle(1, 11, 9, 2.4));

        Mask filled = ContourFiller.fill(GRID, nested);

        Mask expected = Grids.where(GRID, (i, j, k) -> {
            double r = Math.hypot(i - 11, j - 9);
            return k == 1 && (r < 2.4 || (r > 5.3 && r < 8.2));
        });
        assertThat(filled.inside()).isEqualTo(expected.inside());
    }

    @Test
    void whatReachesBeyondTheSliceIsCutOff() {
        Mask filled = ContourFiller.fill(GRID, List.of(circle(0, 0, 0, 7.3), circle(2, 23, 19, 100)));

        Mask expected = Grids.where(GRID, (i, j, k) -> (k == 0 && Math.hypot(i, j) < 7.3) || k == 2);
        assertThat(filled.inside()).isEqualTo(expected.inside());
    }

    @Test
    void centresOnTheContourCountOnItsLowSidesOnly() {
        var square = new PlanarContour(
                0, List.of(new Point(2, 3), new Point(5, 3), new Point(5, 6), new Point(2, 6)), false);

        Mask filled = ContourFiller.fill(GRID, List.of(square));

        Mask expected = Grids.where(GRID, (i, j, k) -> k == 0 && i >= 2 && i < 5 && j >= 3 && j < 6);
        assertThat(filled.inside()).isEqualTo(expected.inside());
    }

    @Test
    void aContourOnASliceThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> ContourFiller.fill(GRID, List.of(circle(3, 5, 5, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("slice 3: expected 0 to 2");
    }
}
