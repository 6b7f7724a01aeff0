package org.midline.evaluation.picture;

import java.util.Arrays;
import org.midline.core.Volume;

/**
 * The range of values that is shown from black to white.
 *
 * @param low shown black, as is everything below and what is not a number
 * @param high shown white, as is everything above; greater than {@code low}
 */
public record Window(double low, double high) {
    private static final int SAMPLES = 400_000;
    private static final double LOW_FRACTION = 0.01;
    private static final double HIGH_FRACTION = 0.995;

    public Window {
        if (!(high > low)) {
            throw new IllegalArgumentException("Window from " + low + " to " + high + ": expected a range");
        }
    }

    /**
     * From the first percentile of all values to the 99.5th of those above the mean, so that the share of air in the
     * field of view matters little. Infinite values and NaN are left out; a volume of one value is shown black.
     */
    public static Window of(Volume volume) {
        float[] values = volume.values();
        int stride = Math.max(1, values.length / SAMPLES);
        var sorted = new double[(values.length + stride - 1) / stride];
        int count = 0;
        double sum = 0;
        for (int n = 0; n < values.length; n += stride) {
            if (Float.isFinite(values[n])) {
                sorted[count++] = values[n];
                sum += values[n];
            }
        }
        if (count == 0) {
            return new Window(0, 1);
        }
        Arrays.sort(sorted, 0, count);
        double low = sorted[(int) (LOW_FRACTION * (count - 1))];
        int aboveMean = 0;
        while (aboveMean < count - 1 && sorted[aboveMean] <= sum / count) {
            aboveMean++;
        }
        double high = sorted[aboveMean + (int) (HIGH_FRACTION * (count - 1 - aboveMean))];
        return high > low ? new Window(low, high) : new Window(low, low + Math.max(1, Math.abs(low)));
    }

    /** Grey level, 0 to 255. */
    int grey(float value) {
        if (!(value > low)) {
            return 0;
        }
        return value >= high ? 255 : (int) (255 * (value - low) / (high - low) + 0.5);
    }
}
