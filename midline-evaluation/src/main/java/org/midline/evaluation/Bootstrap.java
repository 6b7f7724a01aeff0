package org.midline.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The spread of a mean over samples drawn with replacement, corrected for bias and skewness (BCa, Efron 1987, J Am Stat
 * Assoc 82:171-185):
 *
 * <pre>
 * z0 = Phi^-1(share of the drawn means below the mean, ties by half)
 * a  = sum (m - m_i)^3 / (6 (sum (m - m_i)^2)^1.5)      over the means m_i with one value left out, m their mean
 * quantile for a tail t: Phi(z0 + (z0 + z_t) / (1 - a (z0 + z_t)))
 * </pre>
 */
final class Bootstrap {

    private static final int SAMPLES = 10_000;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Bootstrap() {}

    /**
     * The interval that holds the mean with the given confidence; the mean itself if all values are the same.
     *
     * @param values at least two
     * @param confidence between 0 and 1
     * @param seed the same seed gives the same interval
     */
    static Interval ofMean(double[] values, double confidence, long seed) {
        if (values.length < 2) {
            throw new IllegalArgumentException("Bootstrap of " + values.length + " values: expected at least two");
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double[] means = drawnMeans(values, seed);
        double acceleration = acceleration(values, mean);
        if (Double.isNaN(acceleration)) {
            return new Interval(mean, mean);
        }
        double bias = NORMAL.inverseCumulativeProbability(shareBelow(means, mean));
        double tail = (1 - confidence) / 2;
        return new Interval(
                Distribution.quantile(means, corrected(tail, bias, acceleration)),
                Distribution.quantile(means, corrected(1 - tail, bias, acceleration)));
    }

    /** Rising. */
    private static double[] drawnMeans(double[] values, long seed) {
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
        return means;
    }

    /** Leaving out one value moves the mean against that value's deviation: the sums need no second pass. */
    private static double acceleration(double[] values, double mean) {
        double squares = 0;
        double cubes = 0;
        for (double value : values) {
            double deviation = value - mean;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }
        return cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double shareBelow(double[] means, double mean) {
        double below = 0;
        for (double drawn : means) {
            below += drawn < mean ? 1 : drawn == mean ? 0.5 : 0;
        }
        return Math.min(1 - 0.5 / SAMPLES, Math.max(0.5 / SAMPLES, below / means.length));
    }

    private static double corrected(double tail, double bias, double acceleration) {
        double z = bias + NORMAL.inverseCumulativeProbability(tail);
        return NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
    }
}
