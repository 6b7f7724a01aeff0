package org.midline.phantom.noise;

import java.util.SplittableRandom;

/**
 * Normal deviates by the million: drawn from a fixed table of some 65,000, symmetric about 0 and of variance 1. One thread per instance.
 */
public final class NormalDeviates {
    private static final int BITS = 16;
    private static final float[] TABLE = table();

    private final SplittableRandom random;
    private long bits;
    private int left;

    public NormalDeviates(Draw draw) {
        random = draw.random().split();
    }

    public float next() {
        if (left == 0) {
            bits = random.nextLong();
            left = 64 / BITS;
        }
        int index = (int) bits & (TABLE.length - 1);
        bits >>>= BITS;
        left--;
        return TABLE[index];
    }

    private static float[] table() {
        var source = new SplittableRandom(1);
        var values = new float[1 << BITS];
        double squares = 0;
        for (int n = 0; n < values.length; n += 2) {
            values[n] = (float) source.nextGaussian();
            values[n + 1] = -values[n];
            squares += 2.0 * values[n] * values[n];
        }
        double scale = 1 / Math.sqrt(squares / values.length);
        for (int n = 0; n < values.length; n++) {
            values[n] *= (float) scale;
        }
        return values;
    }
}
