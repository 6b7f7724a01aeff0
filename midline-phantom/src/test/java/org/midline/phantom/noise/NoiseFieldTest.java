package org.midline.phantom.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NoiseFieldTest {
    private static NoiseField field(long seed) {
        return new NoiseField(new Draw(new SplittableRandom(seed)), 3, 2);
    }

    @Test
    void hasMeanZeroAndVarianceOneOnItsLattice() {
        NoiseField field = field(1);
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                for (int k = 0; k < 64; k++) {
                    double value = field.at(3.0 * i, 3.0 * j, 3.0 * k);
                    sum += value;
                    squares += value * value;
                    count++;
                }
            }
        }
        assertThat(sum / count).isBetween(-1e-3, 1e-3);
        assertThat(squares / count).isBetween(0.99, 1.01);
    }

    @Test
    void isSmoothAlsoAcrossTheOriginAndRepeats() {
        NoiseField field = field(2);
        for (double x = -20; x < 20; x += 0.05) {
            assertThat(Math.abs(field.at(x + 0.05, 1, 2) - field.at(x, 1, 2))).isLessThan(0.06f);
        }
        assertThat(field.at(5 + 3 * 64, 7, -9)).isEqualTo(field.at(5, 7, -9 + 3 * 64));
    }

    @Test
    void followsFromTheSeed() {
        assertThat(field(3).at(1.5, 2.5, 3.5)).isEqualTo(field(3).at(1.5, 2.5, 3.5));
        assertThat(field(3).at(1.5, 2.5, 3.5)).isNotEqualTo(field(4).at(1.5, 2.5, 3.5));
    }

    @Test
    void deviatesAreStandardNormal() {
        var deviates = new NormalDeviates(new Draw(new SplittableRandom(5)));
        int count = 200_000;
        double sum = 0;
        double squares = 0;
        int beyondTwo = 0;
        for (int n = 0; n < count; n++) {
            double value = deviates.next();
            sum += value;
            squares += value * value;
            beyondTwo += Math.abs(value) > 2 ? 1 : 0;
        }
        assertThat(sum / count).isBetween(-0.01, 0.01);
        assertThat(squares / count).isBetween(0.98, 1.02);
        assertThat(beyondTwo / (double) count).isBetween(0.041, 0.050);
    }
}
