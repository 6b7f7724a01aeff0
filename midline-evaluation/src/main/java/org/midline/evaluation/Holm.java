package org.midline.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction for asking several questions of one set of data (Scand J Stat 1979;6:65-70): of m p-values in rising
 * order, the n-th (from 0) is multiplied by m - n, made no smaller than the one before it, and at most 1.
 */
final class Holm {
    private Holm() {}

    /** In the order given; NaN stays NaN and is not counted. */
    static double[] adjusted(double[] p) {
        int[] rising = IntStream.range(0, p.length)
                .filter(n -> !Double.isNaN(p[n]))
                .boxed()
                .sorted(Comparator.comparingDouble(n -> p[n]))
                .mapToInt(Integer::intValue)
                .toArray();
        var adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        double before = 0;
        for (int n = 0; n < rising.length; n++) {
            before = Math.min(1, Math.max(before, (rising.length - n) * p[rising[n]]));
            adjusted[rising[n]] = before;
        }
        return adjusted;
    }
}
