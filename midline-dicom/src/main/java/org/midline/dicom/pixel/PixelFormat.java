package org.midline.dicom.pixel;

import java.io.IOException;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * How the samples of a monochrome image are laid out: the Image Pixel attributes of DICOM PS3.3 C.7.6.3.
 *
 * @param bitsAllocated 8 or 16; 1 in segmentations, whose samples are packed eight to a byte across frames
 * @param highBit the highest bit of a sample that belongs to the stored value; those above may hold anything
 * @param signed stored values are two's complement in {@code bitsStored} bits
 */
record PixelFormat(int rows, int columns, int frames, int bitsAllocated, int bitsStored, int highBit, boolean signed) {

    private static final int LARGEST_FRAME = 1 << 26;

    /**
     * The format that a dataset declares.
     *
     * @throws IOException naming the attribute, if this is not a monochrome image of 1, 8 or 16 bits
     */
    static PixelFormat of(Attributes dataset) throws IOException {
        int samples = dataset.getInt(Tag.SamplesPerPixel, 1);
        String photometric = dataset.getString(Tag.PhotometricInterpretation, "MONOCHROME2");
        if (samples != 1 || !photometric.equals("MONOCHROME2")) {
            throw new IOException("PhotometricInterpretation %s with %d samples per pixel, expected MONOCHROME2 with 1"
                    .formatted(photometric, samples));
        }
        int rows = dataset.getInt(Tag.Rows, 0);
        int columns = dataset.getInt(Tag.Columns, 0);
        if (rows < 1 || columns < 1 || (long) rows * columns > LARGEST_FRAME) {
            throw new IOException("image of %d rows and %d columns".formatted(rows, columns));
        }
        int frames = dataset.getInt(Tag.NumberOfFrames, 1);
        if (frames < 1) {
            throw new IOException("NumberOfFrames " + frames);
        }
        int allocated = dataset.getInt(Tag.BitsAllocated, 0);
        if (allocated != 1 && allocated != 8 && allocated != 16) {
            throw new IOException("BitsAllocated %d, expected 1, 8 or 16".formatted(allocated));
        }
        int stored = dataset.getInt(Tag.BitsStored, allocated);
        int high = dataset.getInt(Tag.HighBit, stored - 1);
        if (stored < 1 || stored > allocated || high < stored - 1 || high >= allocated) {
            throw new IOException(
                    "BitsStored %d and HighBit %d do not fit BitsAllocated %d".formatted(stored, high, allocated));
        }
        boolean signed = dataset.getInt(Tag.PixelRepresentation, 0) == 1;
        return new PixelFormat(rows, columns, frames, allocated, stored, high, signed);
    }

    int pixels() {
        return rows * columns;
    }

    /** Of all frames, uncompressed. */
    long bytes() {
        return ((long) pixels() * frames * bitsAllocated + 7) / 8;
    }

    /** The stored value in the lowest {@code bitsStored} bits of a decoded sample. */
    int storedValue(int sample) {
        int unused = 32 - bitsStored;
        return signed ? sample << unused >> unused : sample << unused >>> unused;
    }
}
