package org.midline.network.image;

/**
 * Makes intensities comparable between scanners: clipped to the 0.5 and 99.5 percentiles of the box, then shifted and
 * scaled to mean 0 and standard deviation 1. MR intensities have no unit; this is what remains of them under any
 * positive scaling and shift.
 */
public final class IntensityNormalisation {
    private static final double CLIP = 0.005;
    private static final int BINS = 4096;

    private IntensityNormalisation() {}

    /** In place. Values that are not finite become the least finite one; a constant image becomes all zero. */
    public static void apply(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (!(most > least)) {
            java.util.Arrays.fill(values, 0);
            return;
        }
        var histogram = new int[BINS];
        double perBin = (BINS - 1) / ((double) most - least);
        for (int n = 0; n < values.length; n++) {
            if (!Float.isFinite(values[n])) {
                values[n] = least;
            }
            histogram[(int) ((values[n] - least) * perBin)]++;
        }
        float low = (float) (least + quantileBin(histogram, CLIP * values.length) / perBin);
        float high = (float) (least + (quantileBin(histogram, (1 - CLIP) * values.length) + 1) / perBin);
        double sum = 0;
        double squares = 0;
        for (int n = 0; n < values.length; n++) {
            float clipped = Math.min(high, Math.max(low, values[n]));
            values[n] = clipped;
            double centred = clipped - (double) low;
            sum += centred;
            squares += centred * centred;
        }
        double mean = sum / values.length;
        double deviation = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
        float shift = (float) (low + mean);
        float scale = deviation > 0 ? (float) (1 / deviation) : 0;
        for (int n = 0; n < values.length; n++) {
            values[n] = (values[n] - shift) * scale;
        }
    }

    private static int quantileBin(int[] histogram, double rank) {
        long below = 0;
        for (int bin = 0; bin < histogram.length; bin++) {
            below += histogram[bin];
            if (below > rank) {
                return bin;
            }
        }
        return histogram.length - 1;
    }
}
