package org.midline.dicom.pixel;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** RLE Lossless, DICOM PS3.5 Annex G: one PackBits segment per byte of a sample, the most significant first. */
final class RleDecoder implements FrameDecoder {
    private static final int HEADER_BYTES = 64;

    @Override
    public int[] decode(byte[] stream, PixelFormat format) throws IOException {
        if (stream.length < HEADER_BYTES) {
            throw new EOFException("RLE header");
        }
        var header = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int segments = header.get(0);
        int expected = format.bitsAllocated() / 8;
        if (segments != expected) {
            throw new IOException("RLE stream of %d segments, expected %d".formatted(segments, expected));
        }
        var samples = new int[format.pixels()];
        for (int segment = 0; segment < segments; segment++) {
            int from = header.get(1 + segment);
            int to = segment + 1 < segments ? header.get(2 + segment) : stream.length;
            if (from < HEADER_BYTES || to < from || to > stream.length) {
                throw new IOException("RLE segment from byte %d to %d of %d".formatted(from, to, stream.length));
            }
            unpack(stream, from, to, samples);
        }
        int shift = format.highBit() + 1 - format.bitsStored();
        for (int n = 0; n < samples.length; n++) {
            samples[n] >>>= shift;
        }
        return samples;
    }

    private static void unpack(byte[] stream, int from, int to, int[] samples) throws EOFException {
        int at = from;
        int n = 0;
        while (n < samples.length) {
            if (at >= to) {
                throw new EOFException("RLE segment");
            }
            int code = stream[at++];
            boolean literal = code >= 0;
            int length = code == -128 ? 0 : Math.min(Math.abs(code) + 1, samples.length - n);
            if (at + (literal ? length : Math.min(length, 1)) > to) {
                throw new EOFException("RLE segment");
            }
            for (int m = 0; m < length; m++) {
                int value = stream[literal ? at + m : at] & 0xFF;
                samples[n] = samples[n] << 8 | value;
                n++;
            }
            at += literal ? Math.abs(code) + 1 : Math.min(length, 1);
        }
    }
}
