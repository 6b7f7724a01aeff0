package org.midline.phantom.stream;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflated bytes that know how many they were. The array must not be written. */
@SuppressWarnings("ArrayRecordComponent") // large, and never compared
record Packed(int size, byte[] deflated) {

    static Packed of(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new byte[Math.max(64, bytes.length / 8)];
            int length = 0;
            while (!deflater.finished()) {
                if (length == out.length) {
                    out = Arrays.copyOf(out, 2 * length);
                }
                length += deflater.deflate(out, length, out.length - length);
            }
            return new Packed(bytes.length, Arrays.copyOf(out, length));
        } finally {
            deflater.end();
        }
    }

    byte[] unpacked() {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            var bytes = new byte[size];
            int length = 0;
            while (length < size) {
                int more = inflater.inflate(bytes, length, size - length);
                if (more == 0) {
                    throw new IllegalStateException("Packed bytes end after %d of %d".formatted(length, size));
                }
                length += more;
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IllegalStateException("Packed bytes are damaged", e);
        } finally {
            inflater.end();
        }
    }
}
