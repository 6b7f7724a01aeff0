package org.midline.phantom.noise;

/** Brings values to mean 0 and variance 1, {@code v = (v - mean) / sd}, in place; they must not all be equal. */
public final class Standardisation {
    private Standardisation() {}

    public static void apply(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        double scale = 1 / Math.sqrt(squares / values.length - mean * mean);
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) ((values[n] - mean) * scale);
        }
    }
}
