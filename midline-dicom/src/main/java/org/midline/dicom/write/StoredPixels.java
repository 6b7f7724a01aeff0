package org.midline.dicom.write;

import org.midline.core.Volume;

/**
 * A volume in 16-bit unsigned pixels: {@code value = slope * stored + intercept}.
 *
 * <p>Volumes of whole numbers that span less than 65,536 are stored exactly (slope 1); others are spread over the
 * whole range, so that no value is off by more than half a 65,535th of the volume's range.
 */
final class StoredPixels {
    static final int MAX_STORED = 0xffff;

    private final Volume volume;
    private final double slope;
    private final double intercept;

    private StoredPixels(Volume volume, double slope, double intercept) {
        this.volume = volume;
        this.slope = slope;
        this.intercept = intercept;
    }

    /** @throws IllegalArgumentException if a value is not finite */
    static StoredPixels of(Volume volume) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        boolean whole = true;
        for (float value : volume.values()) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("Volume holds " + value + ": expected finite values only");
            }
            min = Math.min(min, value);
            max = Math.max(max, value);
            whole &= value == Math.rint(value);
        }
        if (whole && (double) max - Math.min(min, 0) <= MAX_STORED) {
            return new StoredPixels(volume, 1, Math.min(min, 0));
        }
        double intercept = DecimalString.asRead(min);
        double range = (double) max - intercept;
        return new StoredPixels(volume, range > 0 ? DecimalString.asRead(range / MAX_STORED) : 1, intercept);
    }

    double slope() {
        return slope;
    }

    double intercept() {
        return intercept;
    }

    int stored(float value) {
        return (int) Math.max(0, Math.min(MAX_STORED, Math.rint((value - intercept) / slope)));
    }

    /** The pixels of slice k, row by row, little endian. */
    byte[] slice(int k) {
        var grid = volume.grid();
        int count = grid.sizeI() * grid.sizeJ();
        var bytes = new byte[2 * count];
        for (int n = 0; n < count; n++) {
            int stored = stored(volume.values()[k * count + n]);
            bytes[2 * n] = (byte) stored;
            bytes[2 * n + 1] = (byte) (stored >> 8);
        }
        return bytes;
    }

    /** Values at the given fraction (0 to 1) of the sorted voxels, for a display window. */
    double quantile(double fraction) {
        var histogram = new int[MAX_STORED + 1];
        for (float value : volume.values()) {
            histogram[stored(value)]++;
        }
        long wanted = (long) (fraction * volume.values().length);
        long seen = 0;
        int stored = 0;
        while (stored < MAX_STORED && seen + histogram[stored] <= wanted) {
            seen += histogram[stored];
            stored++;
        }
        return slope * stored + intercept;
    }
}
