package org.midline.dicom.pixel;

import java.io.EOFException;

/** The bits of a JPEG-LS scan: after a byte FF, the next byte holds seven bits; FF before a byte >= 80 ends the scan. */
final class JpegLsBits {
    private final byte[] stream;
    private int position;
    private int current;
    private int left;
    private int previous;

    JpegLsBits(byte[] stream, int position) {
        this.stream = stream;
        this.position = position;
    }

    int bit() throws EOFException {
        if (left == 0) {
            if (position >= stream.length) {
                throw new EOFException("JPEG-LS scan");
            }
            int next = stream[position++] & 0xFF;
            if (previous == 0xFF && next >= 0x80) {
                throw new EOFException("JPEG-LS scan");
            }
            left = previous == 0xFF ? 7 : 8;
            current = next;
            previous = next;
        }
        left--;
        return current >> left & 1;
    }

    int bits(int count) throws EOFException {
        int value = 0;
        for (int n = 0; n < count; n++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /**
     * A number in the limited-length Golomb code of T.87, A.5.3.
     *
     * @param limit longest code word, in bits
     * @param escapeBits bits of a number that is written plainly after the longest run of zeros
     */
    int golomb(int k, int limit, int escapeBits) throws EOFException {
        int longest = limit - escapeBits - 1;
        int zeros = 0;
        while (zeros < longest && bit() == 0) {
            zeros++;
        }
        if (zeros == longest) {
            if (bit() != 1) {
                throw new EOFException("JPEG-LS code word longer than allowed");
            }
            return bits(escapeBits) + 1;
        }
        return zeros << k | bits(k);
    }
}
