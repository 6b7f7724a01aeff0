package org.midline.dicom.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.core.contour.ContourFiller;
import org.midline.core.contour.PlanarContour;
import org.midline.core.contour.SliceContours;

class KeyholesTest {
    @Test
    void holeAndIslandBecomeTwoContours() {
        Mask mask = drawn("#######", "#.....#", "#.###.#", "#.#.#.#", "#.###.#", "#.....#", "#######");
        List<PlanarContour> joined = Keyholes.join(SliceContours.trace(mask).get(0));
        assertThat(joined).hasSize(2).noneMatch(PlanarContour::hole);
        assertThat(ContourFiller.fill(mask.grid(), joined).inside()).isEqualTo(mask.inside());
    }

    @Property(tries = 200)
    void enclosesTheSameVoxelsAndArea(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int tenths) {
        var grid = VoxelGrid.axisAligned(17, 13, 1, 1, 1, 1);
        var random = new Random(seed);
        var inside = new boolean[grid.voxelCount()];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = random.nextInt(10) < tenths;
        }
        List<PlanarContour> traced = SliceContours.all(new Mask(grid, inside));
        List<PlanarContour> joined = Keyholes.join(traced);
        assertThat(joined)
                .hasSize((int) traced.stream().filter(c -> !c.hole()).count())
                .noneMatch(PlanarContour::hole);
        assertThat(ContourFiller.fill(grid, joined).inside()).isEqualTo(inside);
        assertThat(area(joined)).isCloseTo(area(traced), within(1e-9));
    }

    @Test
    void joinsThousandsOfHoles() {
        var grid = VoxelGrid.axisAligned(121, 121, 1, 1, 1, 1);
        var inside = new boolean[grid.voxelCount()];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = n % 121 % 2 == 0 || n / 121 % 2 == 0;
        }
        List<PlanarContour> joined = Keyholes.join(SliceContours.all(new Mask(grid, inside)));
        assertThat(joined).hasSize(1);
        assertThat(joined.get(0).points()).hasSizeGreaterThan(6 * 3600);
        assertThat(ContourFiller.fill(grid, joined).inside()).isEqualTo(inside);
    }

    private static double area(List<PlanarContour> contours) {
        return contours.stream().mapToDouble(PlanarContour::signedAreaVoxels).sum();
    }

    private static Mask drawn(String... rows) {
        var grid = VoxelGrid.axisAligned(rows[0].length(), rows.length, 1, 1, 1, 1);
        var inside = new boolean[grid.voxelCount()];
        for (int j = 0; j < rows.length; j++) {
            for (int i = 0; i < rows[j].length(); i++) {
                inside[grid.index(i, j, 0)] = rows[j].charAt(i) == '#';
            }
        }
        return new Mask(grid, inside);
    }
}
