package org.midline.network.model;

/** A tensor's values, last dimension fastest, and its shape; an empty shape is a single number. */
@SuppressWarnings("ArrayRecordComponent") // large, and never compared
public record FloatArray(float[] values, long[] shape) {
    public FloatArray {
        long count = 1;
        for (long size : shape) {
            count *= size;
        }
        if (count != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values for a shape of " + count + ": " + java.util.Arrays.toString(shape));
        }
    }
}
