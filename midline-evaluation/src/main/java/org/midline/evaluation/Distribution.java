package org.midline.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * A measure over the cases of one sequence. Cases where it is undefined are left out of every statistic and counted.
 *
 * @param defined number of cases with a value
 * @param undefined number of cases without
 * @param mean undefined without any value; so are median, quartiles, minimum and maximum
 * @param sd sample standard deviation, undefined with fewer than two values
 * @param meanInterval 95 % bias-corrected and accelerated bootstrap interval of the mean, empty with fewer than two values
 */
public record Distribution(
        int defined,
        int undefined,
        Measure mean,
        Measure sd,
        Measure median,
        Measure lowerQuartile,
        Measure upperQuartile,
        Measure minimum,
        Measure maximum,
        Optional<Interval> meanInterval) {

    private static final double CONFIDENCE = 0.95;
    private static final Measure NO_VALUE = Measure.undefined("no case has a value");
    private static final Measure ONE_VALUE = Measure.undefined("fewer than two cases have a value");

    /** @param seed of the bootstrap */
    public static Distribution of(Collection<Measure> measures, long seed) {
        double[] values = measures.stream()
                .flatMapToDouble(measure -> measure.number().stream())
                .sorted()
                .toArray();
        int undefined = measures.size() - values.length;
        if (values.length == 0) {
            return new Distribution(
                    0,
                    undefined,
                    NO_VALUE,
                    NO_VALUE,
                    NO_VALUE,
                    NO_VALUE,
                    NO_VALUE,
                    NO_VALUE,
                    NO_VALUE,
                    Optional.empty());
        }
        double mean = Arrays.stream(values).sum() / values.length;
        return new Distribution(
                values.length,
                undefined,
                Measure.of(mean),
                values.length < 2 ? ONE_VALUE : Measure.of(sampleSd(values, mean)),
                Measure.of(quantile(values, 0.5)),
                Measure.of(quantile(values, 0.25)),
                Measure.of(quantile(values, 0.75)),
                Measure.of(values[0]),
                Measure.of(values[values.length - 1]),
                values.length < 2 ? Optional.empty() : Optional.of(Bootstrap.ofMean(values, CONFIDENCE, seed)));
    }

    private static double sampleSd(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    /** Linear between order statistics (type 7 of Hyndman and Fan 1996, as in R and NumPy). */
    static double quantile(double[] sorted, double fraction) {
        double position = fraction * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
