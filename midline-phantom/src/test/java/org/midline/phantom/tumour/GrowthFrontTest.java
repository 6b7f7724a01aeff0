package org.midline.phantom.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GrowthFrontTest {
    private static final int SIZE = 41;

    private static int index(int i, int j, int k) {
        return i + SIZE * (j + SIZE * k);
    }

    @Test
    void movesAsASphereWhereTheSpeedIsUniform() {
        var slowness = new float[SIZE * SIZE * SIZE];
        Arrays.fill(slowness, 0.5f);
        var front = new GrowthFront(SIZE, SIZE, SIZE, slowness);
        front.seed(index(20, 20, 20), 0);
        int[] order = front.march(Integer.MAX_VALUE);

        assertThat(order).hasSize(SIZE * SIZE * SIZE);
        float[] arrival = front.arrival();
        for (int n = 1; n < order.length; n++) {
            assertThat(arrival[order[n]]).isGreaterThanOrEqualTo(arrival[order[n - 1]] - 1e-5f);
        }
        assertThat(arrival[index(35, 20, 20)]).isCloseTo(7.5f, within(1e-4f));
        double diagonal = 0.5 * Math.sqrt(3 * 12 * 12);
        assertThat((double) arrival[index(32, 32, 32)]).isCloseTo(diagonal, within(0.12 * diagonal));
    }

    @Test
    void goesAroundABarrierAndNeverThrough() {
        var slowness = new float[SIZE * SIZE * SIZE];
        Arrays.fill(slowness, 1);
        for (int k = 0; k < SIZE; k++) {
            for (int j = 0; j < SIZE; j++) {
                if (j != 0) {
                    slowness[index(20, j, k)] = Float.POSITIVE_INFINITY;
                }
            }
        }
        var front = new GrowthFront(SIZE, SIZE, SIZE, slowness);
        front.seed(index(18, 30, 20), 0);
        front.march(Integer.MAX_VALUE);

        assertThat(front.arrival()[index(20, 10, 20)]).isInfinite();
        double around = 2 * Math.hypot(2, 30);
        assertThat((double) front.arrival()[index(22, 30, 20)]).isBetween(0.98 * around, 1.1 * around);
    }

    @Test
    void stopsWhenItRunsOutOfTissue() {
        var slowness = new float[SIZE * SIZE * SIZE];
        Arrays.fill(slowness, Float.POSITIVE_INFINITY);
        slowness[index(5, 5, 5)] = 1;
        slowness[index(6, 5, 5)] = 1;
        var front = new GrowthFront(SIZE, SIZE, SIZE, slowness);
        front.seed(index(5, 5, 5), 0);

        assertThat(front.march(1000)).containsExactly(index(5, 5, 5), index(6, 5, 5));
    }

    @Property
    void solvesTheUpwindEquation(
            @ForAll @DoubleRange(min = 0, max = 10) double a,
            @ForAll @DoubleRange(min = 0, max = 10) double b,
            @ForAll @DoubleRange(min = 0, max = 10) double c,
            @ForAll @DoubleRange(min = 0.1, max = 10) double slowness) {
        double[] sorted = {a, b, c};
        Arrays.sort(sorted);
        double time = GrowthFront.solve(sorted[0], sorted[1], sorted[2], slowness);
        double sum = 0;
        for (double neighbour : sorted) {
            sum += time > neighbour ? (time - neighbour) * (time - neighbour) : 0;
        }
        assertThat(sum).isCloseTo(slowness * slowness, within(1e-6 * (1 + slowness * slowness)));
    }
}
