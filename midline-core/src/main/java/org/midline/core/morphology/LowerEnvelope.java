package org.midline.core.morphology;

/**
 * Adds one axis to a squared distance: every value f(q) of a line becomes the minimum over p of f(p) + (distance from q
 * to p)2. Holds the scratch space of one line; not for use by two threads at a time.
 */
final class LowerEnvelope {
    private final int length;
    private final double squaredSpacing;
    private final double[] line;
    private final int[] site;
    private final double[] from;

    LowerEnvelope(int length, double spacingMm) {
        this.length = length;
        this.squaredSpacing = spacingMm * spacingMm;
        this.line = new double[length];
        this.site = new int[length];
        this.from = new double[length + 1];
    }

    /** Replaces the values at {@code start}, {@code start + stride}, ... in place; infinite values are no sites. */
    void replaceLine(SquaredField values, int start, int stride) {
        int sites = 0;
        for (int q = 0, at = start; q < length; q++, at += stride) {
            double value = values.get(at);
            line[q] = value;
            if (value != Double.POSITIVE_INFINITY) {
                sites = push(sites, q);
            }
        }
        if (sites == 0) {
            return;
        }
        from[sites] = Double.POSITIVE_INFINITY;
        int current = 0;
        for (int q = 0, at = start; q < length; q++, at += stride) {
            while (from[current + 1] < q) {
                current++;
            }
            double steps = q - site[current];
            values.set(at, line[site[current]] + squaredSpacing * steps * steps);
        }
    }

    /** Adds the parabola at q, dropping those it hides; {@code from[n]} is where parabola n begins to be lowest. */
    private int push(int sites, int q) {
        int count = sites;
        while (count > 0) {
            int p = site[count - 1];
            double meeting = ((line[q] - line[p]) / (squaredSpacing * (q - p)) + q + p) / 2;
            if (meeting > from[count - 1]) {
                from[count] = meeting;
                break;
            }
            count--;
        }
        if (count == 0) {
            from[0] = Double.NEGATIVE_INFINITY;
        }
        site[count] = q;
        return count + 1;
    }
}
