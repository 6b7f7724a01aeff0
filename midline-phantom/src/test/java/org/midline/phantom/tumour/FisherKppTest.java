package org.midline.phantom.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FisherKppTest {

    private static float[] filled(int count, double value) {
        var values = new float[count];
        Arrays.fill(values, (float) value);
        return values;
    }

    private static float[][] everywhere(int count, double i, double j, double k) {
        return new float[][] {filled(count, i), filled(count, j), filled(count, k)};
    }

    @Test
    void aFrontTravelsAtTwiceTheRootOfDiffusivityTimesRate() {
        int length = 700;
        int count = length * 9;
        double d = 3;
        double rho = 0.7;
        var tumour = new FisherKpp(length, 3, 3, 1, everywhere(count, d, d, d), filled(count, rho));
        tumour.seed(1, 1, 1, 1);
        double[] time = new double[2];
        double[] place = new double[2];
        for (int n = 0; n < 2; n++) {
            while (tumour.time() < (n == 0 ? 80 : 200)) {
                tumour.step();
            }
            time[n] = tumour.time();
            place[n] = crossing(tumour.density(), length);
        }
        double speed = (place[1] - place[0]) / (time[1] - time[0]);
        assertThat(speed).isCloseTo(2 * Math.sqrt(d * rho), within(0.04 * speed));
    }

    private static double crossing(float[] density, int length) {
        int row = length * 4;
        for (int i = length - 2; i > 1; i--) {
            float here = density[row + i];
            if (here > 0.5f) {
                return i + (here - 0.5f) / (here - density[row + i + 1]);
            }
        }
        return 0;
    }

    @Test
    void diffusionAloneKeepsEveryCellAndSpreadsTheirVarianceByTwiceDiffusivityTimesTime() {
        int size = 61;
        int count = size * size * size;
        var tumour = new FisherKpp(size, size, size, 1, everywhere(count, 0.5, 1, 2), new float[count]);
        for (int n = 0; n < 125; n++) {
            tumour.seed(28 + n % 5, 28 + n / 5 % 5, 28 + n / 25, 1);
        }
        while (tumour.time() < 10) {
            tumour.step();
        }
        float[] density = tumour.density();
        double mass = 0;
        double[] variance = new double[3];
        for (int n = 0; n < count; n++) {
            mass += density[n];
            int[] at = {n % size, n / size % size, n / (size * size)};
            for (int axis = 0; axis < 3; axis++) {
                variance[axis] += density[n] * (at[axis] - 30.0) * (at[axis] - 30.0);
            }
        }
        assertThat(mass).isCloseTo(125, within(125 * 1e-5));
        double[] diffusivity = {0.5, 1, 2};
        for (int axis = 0; axis < 3; axis++) {
            double expected = 2 + 2 * diffusivity[axis] * tumour.time();
            assertThat(variance[axis] / mass).isCloseTo(expected, within(0.002 * expected));
        }
    }

    @Property(tries = 20)
    void withoutDiffusionEachVoxelFollowsTheLogisticCurve(
            @ForAll @DoubleRange(min = 0.01, max = 1) double start,
            @ForAll @DoubleRange(min = 0.1, max = 5) double rho,
            @ForAll @DoubleRange(min = 0.1, max = 10) double until) {
        int count = 125;
        var tumour = new FisherKpp(5, 5, 5, 1, everywhere(count, 0, 0, 0), filled(count, rho));
        tumour.seed(2, 2, 2, (float) start);
        while (tumour.time() < until) {
            tumour.step();
        }
        double grown = start * Math.exp(rho * tumour.time());
        assertThat((double) tumour.density()[62]).isCloseTo(grown / (1 - start + grown), within(1e-4));
        assertThat(tumour.countAbove(0)).isOne();
    }

    @Test
    void nothingEntersABarrierAndTheWayAroundItIsLonger() {
        int size = 41;
        int count = size * size * size;
        float[][] diffusivity = everywhere(count, 1, 1, 1);
        float[] rate = filled(count, 1);
        for (int n = 0; n < count; n++) {
            int i = n % size;
            int j = n / size % size;
            if (i == 20 && j > 3) {
                rate[n] = 0;
                for (float[] axis : diffusivity) {
                    axis[n] = 0;
                }
            }
        }
        var tumour = new FisherKpp(size, size, size, 1, diffusivity, rate);
        tumour.seed(17, 30, 20, 1);
        while (tumour.time() < 12) {
            tumour.step();
        }
        float[] density = tumour.density();
        for (int n = 0; n < count; n++) {
            assertThat(density[n] >= 0 && density[n] <= 1.00001f).isTrue();
            assertThat(rate[n] > 0 || density[n] == 0).isTrue();
        }
        assertThat(density[17 - 6 + size * (30 + size * 20)]).isGreaterThan(0.9f);
        assertThat(density[17 + 6 + size * (30 + size * 20)]).isLessThan(0.1f);
    }

    @Test
    void whatIsSymmetricStaysSo() {
        int size = 31;
        int count = size * size * size;
        var tumour = new FisherKpp(size, size, size, 1, everywhere(count, 1, 1, 1), filled(count, 1));
        tumour.seed(12, 15, 15, 1);
        tumour.seed(18, 15, 15, 1);
        while (tumour.time() < 4) {
            tumour.step();
        }
        float[] density = tumour.density();
        float most = 0;
        for (int n = 0; n < count; n++) {
            most = Math.max(most, Math.abs(density[n] - density[n + size - 1 - 2 * (n % size)]));
        }
        assertThat(most).isLessThan(2e-6f);
    }
}
