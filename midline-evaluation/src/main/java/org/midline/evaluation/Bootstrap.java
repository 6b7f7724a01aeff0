package org.midline.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Percentile bootstrap (Efron 1979): the spread of a statistic over samples drawn with replacement. */
final class Bootstrap {

    private static final int SAMPLES = 10_000;

    private Bootstrap() {}

    /**
     * The interval that holds the mean with the given confidence.
     *
     * @param values at least two
     * @param confidence between 0 and 1
     * @param seed the same seed gives the same interval
     */
    static Interval ofMean(double[] values, double confidence, long seed) {
        if (values.length < 2) {
            throw new IllegalArgumentException("Bootstrap of " + values.length + " values: expected at least two");
        }
        var random = new SplittableRandom(seed);
        var means = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double sum = 0;
            for (int n = 0; n < values.length; n++) {
                sum += values[random.nextInt(values.length)];
            }
            means[sample] = sum / values.length;
        }
        Arrays.sort(means);
        double tail = (1 - confidence) / 2;
        return new Interval(Distribution.quantile(means, tail), Distribution.quantile(means, 1 - tail));
    }
}
