package org.midline.phantom.cohort;

import java.util.Arrays;

/** How numbers are spread. */
record Spread(int count, double mean, double standardDeviation, double least, double median, double most) {

    /** @param values at least one */
    static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int count = sorted.length;
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double squares = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
        return new Spread(
                count,
                mean,
                count < 2 ? 0 : Math.sqrt(squares / (count - 1)),
                sorted[0],
                (sorted[(count - 1) / 2] + sorted[count / 2]) / 2,
                sorted[count - 1]);
    }
}
