package org.midline.dicom.pixel;

/** Samples that are not compressed. */
final class NativeSamples {
    private final byte[] bytes;
    private final PixelFormat format;
    private final boolean bigEndian;
    private final boolean words;

    /** @param words 8-bit samples come in 16-bit words (VR OW), so that big-endian files hold them in swapped pairs */
    NativeSamples(byte[] bytes, PixelFormat format, boolean bigEndian, boolean words) {
        this.bytes = bytes;
        this.format = format;
        this.bigEndian = bigEndian;
        this.words = words;
    }

    /** The samples of a frame, shifted so that the stored value is in the lowest bits. */
    int[] frame(int frame) {
        int shift = format.highBit() + 1 - format.bitsStored();
        long first = (long) frame * format.pixels();
        var samples = new int[format.pixels()];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = sample(first + n) >>> shift;
        }
        return samples;
    }

    private int sample(long index) {
        if (format.bitsAllocated() == 1) {
            long at = index >> 3;
            return bytes[(int) (bigEndian && words ? at ^ 1 : at)] >> (index & 7) & 1;
        }
        if (format.bitsAllocated() == 8) {
            return bytes[(int) (bigEndian && words ? index ^ 1 : index)] & 0xFF;
        }
        int at = (int) (2 * index);
        int low = bytes[bigEndian ? at + 1 : at] & 0xFF;
        int high = bytes[bigEndian ? at : at + 1] & 0xFF;
        return high << 8 | low;
    }
}
