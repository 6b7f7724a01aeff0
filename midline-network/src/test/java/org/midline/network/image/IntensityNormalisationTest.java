package org.midline.network.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntensityNormalisationTest {

    @Test
    void meanZeroAndDeviationOne() {
        float[] values = noise(1000);
        IntensityNormalisation.apply(values);

        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += value * value;
        }
        assertThat(sum / values.length).isCloseTo(0, within(1e-3));
        assertThat(squares / values.length).isCloseTo(1, within(1e-3));
    }

    @Test
    void scaleAndShiftDoNotMatter() {
        float[] one = noise(1000);
        float[] other = one.clone();
        for (int n = 0; n < other.length; n++) {
            other[n] = 37 * other[n] + 1200;
        }
        IntensityNormalisation.apply(one);
        IntensityNormalisation.apply(other);

        for (int n = 0; n < one.length; n++) {
            assertThat(other[n]).isCloseTo(one[n], within(2e-3f));
        }
    }

    @Test
    void aFewExtremesChangeLittle() {
        float[] plain = noise(10_000);
        float[] spoilt = plain.clone();
        spoilt[17] = 30;
        IntensityNormalisation.apply(plain);
        IntensityNormalisation.apply(spoilt);

        assertThat(spoilt[17]).isLessThan(3);
        assertThat(spoilt[5000]).isCloseTo(plain[5000], within(0.05f));
    }

    @Test
    void constantAndNotFinite() {
        float[] constant = {4, 4, 4};
        IntensityNormalisation.apply(constant);
        assertThat(constant).containsOnly(0);

        float[] broken = noise(1000);
        broken[3] = Float.NaN;
        broken[4] = Float.POSITIVE_INFINITY;
        IntensityNormalisation.apply(broken);
        for (float value : broken) {
            assertThat(Float.isFinite(value)).isTrue();
        }
    }

    private static float[] noise(int count) {
        var random = new SplittableRandom(3);
        var values = new float[count];
        for (int n = 0; n < count; n++) {
            values[n] = (float) random.nextDouble();
        }
        return values;
    }
}
