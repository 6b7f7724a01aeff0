package org.midline.evaluation;

import java.util.Arrays;

/**
 * What a box plot shows (Tukey, Exploratory Data Analysis, 1977): quartiles, and whiskers to the outermost values that
 * are within 1.5 times the box's length of it. Quartiles are linear between order statistics, as in {@link Distribution}.
 */
public record TukeyBox(
        double lowWhisker, double firstQuartile, double median, double thirdQuartile, double highWhisker) {
    private static final double REACH = 1.5;

    /**
     * @param values in any order
     * @throws IllegalArgumentException without any value
     */
    public static TukeyBox of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Box of no values");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double first = Distribution.quantile(sorted, 0.25);
        double third = Distribution.quantile(sorted, 0.75);
        double reach = REACH * (third - first);
        double low = Arrays.stream(sorted)
                .filter(v -> v >= first - reach)
                .findFirst()
                .orElse(first);
        double high =
                Arrays.stream(sorted).filter(v -> v <= third + reach).max().orElse(third);
        return new TukeyBox(
                Math.min(low, first), first, Distribution.quantile(sorted, 0.5), third, Math.max(high, third));
    }
}
