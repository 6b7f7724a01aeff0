package org.midline.core.contour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.midline.core.Grids;
import org.midline.core.Mask;
import org.midline.core.contour.PlanarContour.Point;

class KeyholeContoursTest {

    @Property(tries = 300)
    void polygonsWithChannelsFillTheSameVoxelsAndEncloseTheSameArea(@ForAll long seed) {
        var random = new Random(seed);
        Mask mask = Grids.noise(random, Grids.random(random, 14), 0.5 + 0.5 * random.nextDouble());
        List<PlanarContour> traced = SliceContours.all(mask);

        List<PlanarContour> joined = KeyholeContours.join(traced);

        assertThat(ContourFiller.fill(mask.grid(), joined).inside()).isEqualTo(mask.inside());
        assertThat(joined).noneMatch(PlanarContour::hole);
        assertThat(joined).hasSameSizeAs(traced.stream().filter(c -> !c.hole()).toList());
        assertThat(area(joined)).isCloseTo(area(traced), within(1e-9));
    }

    private static double area(List<PlanarContour> contours) {
        return contours.stream().mapToDouble(PlanarContour::signedAreaVoxels).sum();
    }

    /** The reader for whom channels are made: a voxel is in if any polygon of its slice encloses it. */
    @Property(tries = 200)
    void aReaderThatUnitesThePolygonsOfASliceFindsTheSameVoxels(@ForAll long seed) {
        var random = new Random(seed);
        Mask mask = Grids.noise(random, Grids.random(random, 10), 0.5 + 0.5 * random.nextDouble());
        List<PlanarContour> joined = KeyholeContours.join(SliceContours.all(mask));

        Mask united = Grids.where(
                mask.grid(),
                (i, j, k) -> joined.stream()
                        .anyMatch(contour -> contour.k() == k && path(contour).contains(i, j)));

        assertThat(united.inside()).isEqualTo(mask.inside());
    }

    private static Path2D path(PlanarContour contour) {
        var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        Point first = contour.points().get(0);
        path.moveTo(first.i(), first.j());
        contour.points().forEach(point -> path.lineTo(point.i(), point.j()));
        path.closePath();
        return path;
    }

    @Test
    void aRingBecomesOnePolygonWhoseChannelAvoidsTheVoxelCentres() {
        List<PlanarContour> joined = KeyholeContours.join(SliceContours.all(Grids.slice("#####", "##.##", "#####")));

        assertThat(joined).hasSize(1);
        List<Point> points = joined.get(0).points();
        assertThat(points.stream().filter(p -> p.equals(new Point(2, 1.5)))).hasSize(2);
        assertThat(points.stream().filter(p -> p.equals(new Point(4.5, 1.5)))).hasSize(2);
    }

    @Test
    void aHoleWithoutAPolygonAroundItIsRefused() {
        var hole = new PlanarContour(7, List.of(new Point(0, 0), new Point(0, 1), new Point(1, 0)), true);

        assertThatThrownBy(() -> KeyholeContours.join(List.of(hole)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("slice 7");
    }
}
