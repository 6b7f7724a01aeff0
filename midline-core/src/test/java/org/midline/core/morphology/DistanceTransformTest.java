package org.midline.core.morphology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.midline.core.Grids;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

class DistanceTransformTest {

    @Property(tries = 200)
    void agreesWithBruteForceOnRandomMasks(@ForAll long seed) {
        var random = new Random(seed);
        VoxelGrid grid = Grids.random(random, 9);
        Mask mask = Grids.noise(random, grid, Math.pow(random.nextDouble(), 3));

        float[] squared = DistanceTransform.squaredMm(mask);
        double[] exact = DistanceTransform.exactSquaredMm(mask);

        for (int n = 0; n < squared.length; n++) {
            double expected = bruteForceSquaredMm(mask, n);
            if (Double.isInfinite(expected)) {
                assertThat(squared[n]).isEqualTo(Float.POSITIVE_INFINITY);
                assertThat(exact[n]).isEqualTo(Double.POSITIVE_INFINITY);
            } else {
                assertThat((double) squared[n]).isCloseTo(expected, within(3e-7 * expected));
                assertThat(exact[n]).isCloseTo(expected, within(1e-12 + 1e-9 * expected));
            }
        }
    }

    private static double bruteForceSquaredMm(Mask mask, int index) {
        VoxelGrid grid = mask.grid();
        Vec3 from = Grids.centreLps(grid, index);
        double least = Double.POSITIVE_INFINITY;
        for (int n = 0; n < mask.inside().length; n++) {
            if (mask.inside()[n]) {
                double mm = Grids.centreLps(grid, n).minus(from).length();
                least = Math.min(least, mm * mm);
            }
        }
        return least < 1e-20 ? 0 : least;
    }

    @Test
    void distanceToASingleVoxelIsThePythagoreanOne() {
        VoxelGrid grid = VoxelGrid.axisAligned(40, 30, 20, 0.5, 0.9, 5);
        Mask mask = Grids.where(grid, (i, j, k) -> i == 7 && j == 20 && k == 3);

        float[] squared = DistanceTransform.squaredMm(mask);

        for (int k = 0; k < 20; k++) {
            for (int j = 0; j < 30; j++) {
                for (int i = 0; i < 40; i++) {
                    double expected =
                            Math.pow(0.5 * (i - 7), 2) + Math.pow(0.9 * (j - 20), 2) + Math.pow(5.0 * (k - 3), 2);
                    assertThat((double) squared[grid.index(i, j, k)]).isCloseTo(expected, within(3e-7 * expected));
                }
            }
        }
    }

    @Test
    void distanceToAnEmptyMaskIsInfiniteEverywhere() {
        float[] squared = DistanceTransform.squaredMm(Mask.empty(VoxelGrid.axisAligned(3, 4, 5, 1, 1, 1)));

        assertThat(squared).containsOnly(Float.POSITIVE_INFINITY);
    }
}
