package org.midline.network.data.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ControlLatticeTest {

    @Test
    void aConstantStaysConstant() {
        var points = new double[343];
        java.util.Arrays.fill(points, 2.5);
        for (float value : new ControlLattice(points).overBox(9, 11, 13)) {
            assertThat(value).isCloseTo(2.5f, within(1e-6f));
        }
    }

    @Test
    void aStraightLineStaysStraight() {
        var points = new double[343];
        for (int n = 0; n < 343; n++) {
            points[n] = n % 7;
        }
        float[] field = new ControlLattice(points).overBox(16, 4, 4);
        for (int i = 0; i < 16; i++) {
            assertThat(field[i]).isCloseTo((float) (1 + (i + 0.5) / 16 * 4), within(1e-5f));
        }
    }

    @Test
    void axesRunAsInTheVolume() {
        var points = new double[343];
        for (int n = 0; n < 343; n++) {
            points[n] = n < 49 ? 0 : n < 98 ? 1 : 2;
        }
        float[] field = new ControlLattice(points).overBox(3, 4, 16);
        assertThat(field[0]).isEqualTo(field[11]);
        assertThat(field[12]).isGreaterThan(field[0]);
    }

    @Test
    void zeroSpreadIsZero() {
        assertThat(ControlLattice.draw(0, new SplittableRandom(1)).isZero()).isTrue();
        assertThat(ControlLattice.draw(0.1, new SplittableRandom(1)).isZero()).isFalse();
    }
}
