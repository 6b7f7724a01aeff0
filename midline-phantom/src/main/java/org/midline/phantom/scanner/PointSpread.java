package org.midline.phantom.scanner;

/**
 * What the finite part of k-space that is measured does to a slice: blur, and ringing beside edges (Gibbs). The image
 * is interpolated from it by filling the rest with zeros. Applied along each axis of the slice as the partial Fourier
 * sum, which is a convolution with a sinc, faded out over the outer half of {@value #TAPS} pixels to either side.
 *
 * @param shareI measured part of the image's k-space along i, above 0 to 1; 1 changes nothing
 * @param shareJ the same along j
 * @param taper 0 for a sharp end of k-space and full ringing, 1 for a Hann window and next to none
 */
record PointSpread(double shareI, double shareJ, double taper) {
    static final PointSpread IDEAL = new PointSpread(1, 1, 0);
    private static final int TAPS = 12;
    private static final int FREQUENCIES = 128;

    PointSpread {
        if (!(shareI > 0 && shareI <= 1 && shareJ > 0 && shareJ <= 1 && taper >= 0 && taper <= 1)) {
            throw new IllegalArgumentException(
                    "Shares of k-space %s and %s, taper %s: expected 0 to 1".formatted(shareI, shareJ, taper));
        }
    }

    boolean isIdeal() {
        return shareI == 1 && shareJ == 1 && taper == 0;
    }

    /** What white noise's standard deviation is multiplied by. */
    double noiseGain() {
        return gain(kernel(shareI)) * gain(kernel(shareJ));
    }

    /** Filters every slice in place. Beyond the slice there is nothing. */
    void apply(float[] values, int sizeI, int sizeJ, int sizeK) {
        if (isIdeal()) {
            return;
        }
        float[] alongI = kernel(shareI);
        float[] alongJ = kernel(shareJ);
        var slice = new float[sizeI * sizeJ];
        var padded = new float[sizeI + 2 * TAPS];
        for (int k = 0; k < sizeK; k++) {
            int start = k * slice.length;
            for (int j = 0; j < sizeJ; j++) {
                filterRow(values, start + j * sizeI, slice, j * sizeI, padded, alongI);
            }
            filterColumns(slice, values, start, sizeI, sizeJ, alongJ);
        }
    }

    private static void filterRow(float[] from, int start, float[] to, int target, float[] padded, float[] kernel) {
        int size = padded.length - 2 * TAPS;
        System.arraycopy(from, start, padded, TAPS, size);
        for (int i = 0; i < size; i++) {
            to[target + i] = kernel[0] * padded[i + TAPS];
        }
        for (int tap = 1; tap <= TAPS; tap++) {
            float weight = kernel[tap];
            for (int i = 0; i < size; i++) {
                to[target + i] += weight * (padded[i + TAPS - tap] + padded[i + TAPS + tap]);
            }
        }
    }

    private static void filterColumns(float[] slice, float[] to, int start, int sizeI, int sizeJ, float[] kernel) {
        for (int j = 0; j < sizeJ; j++) {
            int target = start + j * sizeI;
            int middle = j * sizeI;
            for (int i = 0; i < sizeI; i++) {
                to[target + i] = kernel[0] * slice[middle + i];
            }
            for (int tap = 1; tap <= TAPS; tap++) {
                float weight = kernel[tap];
                int above = middle - tap * sizeI;
                int below = middle + tap * sizeI;
                if (above >= 0 && below < slice.length) {
                    addRows(slice, above, below, weight, to, target, sizeI);
                } else if (above >= 0 || below < slice.length) {
                    int only = above >= 0 ? above : below;
                    addRows(slice, only, only, weight / 2, to, target, sizeI);
                }
            }
        }
    }

    private static void addRows(float[] slice, int one, int other, float weight, float[] to, int target, int sizeI) {
        for (int i = 0; i < sizeI; i++) {
            to[target + i] += weight * (slice[one + i] + slice[other + i]);
        }
    }

    /** Half of the symmetric kernel, the middle first; the whole sums to 1. */
    private float[] kernel(double share) {
        var kernel = new double[TAPS + 1];
        for (int f = 0; f < FREQUENCIES; f++) {
            double frequency = (f + 0.5) / FREQUENCIES * share;
            double weight = window(frequency / share) * share / FREQUENCIES;
            for (int tap = 0; tap <= TAPS; tap++) {
                kernel[tap] += weight * Math.cos(Math.PI * frequency * tap);
            }
        }
        for (int tap = TAPS / 2; tap <= TAPS; tap++) {
            kernel[tap] *= 0.5 * (1 + Math.cos(Math.PI * (tap - TAPS / 2.0) / (TAPS / 2.0 + 1)));
        }
        double sum = kernel[0];
        for (int tap = 1; tap <= TAPS; tap++) {
            sum += 2 * kernel[tap];
        }
        var scaled = new float[TAPS + 1];
        for (int tap = 0; tap <= TAPS; tap++) {
            scaled[tap] = (float) (kernel[tap] / sum);
        }
        return scaled;
    }

    /** Tukey's: flat, then down to 0 as a cosine over the outer {@code taper} of k-space. */
    private double window(double position) {
        double into = position - (1 - taper);
        return into <= 0 ? 1 : 0.5 * (1 + Math.cos(Math.PI * into / taper));
    }

    private static double gain(float[] kernel) {
        double sum = kernel[0] * kernel[0];
        for (int tap = 1; tap < kernel.length; tap++) {
            sum += 2 * kernel[tap] * kernel[tap];
        }
        return Math.sqrt(sum);
    }
}
