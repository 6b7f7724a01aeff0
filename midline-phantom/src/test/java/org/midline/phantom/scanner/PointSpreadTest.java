package org.midline.phantom.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NormalDeviates;

class PointSpreadTest {
    private static final int SIZE = 128;

    private static float[] edge() {
        var slice = new float[SIZE * SIZE];
        for (int n = 0; n < slice.length; n++) {
            slice[n] = n % SIZE >= SIZE / 2 ? 100 : 0;
        }
        return slice;
    }

    private static float[] wave(double cyclesPerPixel) {
        var slice = new float[SIZE * SIZE];
        for (int n = 0; n < slice.length; n++) {
            slice[n] = (float) Math.cos(2 * Math.PI * cyclesPerPixel * (n % SIZE));
        }
        return slice;
    }

    private static float highest(float[] slice) {
        float most = 0;
        for (int i = 30; i < SIZE - 30; i++) {
            most = Math.max(most, Math.abs(slice[i + SIZE * SIZE / 2]));
        }
        return most;
    }

    @Test
    void theWholeOfKSpaceChangesNothing() {
        float[] slice = edge();
        PointSpread.IDEAL.apply(slice, SIZE, SIZE, 1);
        assertThat(slice).isEqualTo(edge());
    }

    @Test
    void aSharpEndOvershootsAnEdgeAsGibbsSays() {
        float[] slice = edge();
        new PointSpread(0.4, 1, 0).apply(slice, SIZE, SIZE, 1);
        assertThat(highest(slice)).isBetween(106f, 111f);
    }

    @Test
    void aTaperedWindowDoesNotRing() {
        float[] slice = edge();
        new PointSpread(0.4, 1, 1).apply(slice, SIZE, SIZE, 1);
        assertThat(highest(slice)).isBetween(99f, 101f);
    }

    @Test
    void aFlatPartStaysWhatItWas() {
        float[] slice = edge();
        new PointSpread(0.6, 0.7, 0.3).apply(slice, SIZE, SIZE, 1);
        assertThat(slice[SIZE * SIZE / 2 + 90]).isCloseTo(100f, within(1.5f));
        assertThat(slice[SIZE * SIZE / 2 + 20]).isCloseTo(0f, within(1.5f));
    }

    @Test
    void wavesPassBelowTheEndOfKSpaceAndNotAbove() {
        float[] slow = wave(0.08);
        float[] fast = wave(0.42);
        var half = new PointSpread(0.5, 1, 0.2);
        half.apply(slow, SIZE, SIZE, 1);
        half.apply(fast, SIZE, SIZE, 1);
        assertThat(highest(slow)).isCloseTo(1f, within(0.03f));
        assertThat(highest(fast)).isLessThan(0.03f);
    }

    @Test
    void whiteNoiseLosesWhatTheGainSays() {
        var deviates = new NormalDeviates(new Draw(new SplittableRandom(3)));
        var noise = new float[SIZE * SIZE * 4];
        for (int n = 0; n < noise.length; n++) {
            noise[n] = deviates.next();
        }
        var spread = new PointSpread(0.6, 0.8, 0.1);
        spread.apply(noise, SIZE, SIZE, 4);
        double squares = 0;
        for (float value : noise) {
            squares += value * value;
        }
        assertThat(Math.sqrt(squares / noise.length)).isCloseTo(spread.noiseGain(), within(0.02));
        assertThat(spread.noiseGain()).isCloseTo(Math.sqrt(0.6 * 0.8), within(0.05));
    }

    @Test
    void sharesBeyondTheWholeAreRefused() {
        assertThatThrownBy(() -> new PointSpread(1.2, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
