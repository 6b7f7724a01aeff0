package org.midline.network.data.augmentation;

/** From the least to the greatest of some values. */
record Range(float least, float width) {
    private static final float NOT_ZERO = 1e-6f;

    static Range of(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new Range(least, Math.max(most - least, NOT_ZERO));
    }

    /** Where in the range a value lies, 0 to 1. */
    double part(float value) {
        return (value - least) / width;
    }
}
