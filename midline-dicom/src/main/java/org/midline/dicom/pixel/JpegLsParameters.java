package org.midline.dicom.pixel;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The coding parameters of a JPEG-LS stream, ITU-T T.87: the frame header, the preset coding parameters (with the
 * defaults of C.2.4.1.1) and the header of the only scan.
 *
 * @param maxValue the largest sample value
 * @param near the largest difference between a sample and its reconstruction; 0 is lossless
 * @param reset number of occurrences after which a context's statistics are halved
 * @param dataOffset where the entropy-coded bytes begin
 */
record JpegLsParameters(
        int rows, int columns, int maxValue, int near, int t1, int t2, int t3, int reset, int dataOffset) {

    private static final int SOI = 0xFFD8;
    private static final int SOF_55 = 0xFFF7;
    private static final int LSE = 0xFFF8;
    private static final int SOS = 0xFFDA;
    private static final int DEFAULT_RESET = 64;

    /**
     * Reads the markers up to the first scan.
     *
     * @throws IOException if the stream is not a single grey scan without restart markers and mapping tables
     */
    static JpegLsParameters of(byte[] stream) throws IOException {
        var in = ByteBuffer.wrap(stream);
        try {
            if (marker(in) != SOI) {
                throw new IOException("JPEG-LS stream does not begin with SOI");
            }
            int rows = 0;
            int columns = 0;
            int precision = 0;
            int[] preset = new int[5];
            while (true) {
                int marker = marker(in);
                int next = in.position() + (in.getShort(in.position()) & 0xFFFF);
                in.getShort();
                switch (marker) {
                    case SOF_55 -> {
                        precision = in.get() & 0xFF;
                        rows = in.getShort() & 0xFFFF;
                        columns = in.getShort() & 0xFFFF;
                        requireOne(in.get(), "components in the frame");
                    }
                    case LSE -> {
                        requireOne(in.get(), "as type of the preset parameters (mapping tables are not supported)");
                        for (int n = 0; n < preset.length; n++) {
                            preset[n] = in.getShort() & 0xFFFF;
                        }
                    }
                    case 0xFFDD -> throw new IOException("JPEG-LS restart intervals are not supported");
                    case SOS -> {
                        requireOne(in.get(), "components in the scan");
                        in.getShort();
                        int near = in.get() & 0xFF;
                        if (precision < 2 || precision > 16 || rows == 0 || columns == 0) {
                            throw new IOException("JPEG-LS image of %d rows, %d columns and %d bits"
                                    .formatted(rows, columns, precision));
                        }
                        return withDefaults(rows, columns, (1 << precision) - 1, near, preset, next);
                    }
                    default -> {}
                }
                in.position(next);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("JPEG-LS header ends early", e);
        }
    }

    private static int marker(ByteBuffer in) throws IOException {
        int marker = in.getShort() & 0xFFFF;
        if (marker < 0xFF00) {
            throw new IOException("JPEG-LS stream has %04X where a marker belongs".formatted(marker));
        }
        return marker;
    }

    private static void requireOne(byte found, String what) throws IOException {
        if (found != 1) {
            throw new IOException("JPEG-LS stream with %d %s, expected 1".formatted(found & 0xFF, what));
        }
    }

    private static JpegLsParameters withDefaults(
            int rows, int columns, int largest, int near, int[] preset, int dataOffset) throws IOException {
        int maxValue = preset[0] == 0 ? largest : preset[0];
        if (near > Math.min(255, maxValue / 2)) {
            throw new IOException("JPEG-LS NEAR %d for samples up to %d".formatted(near, maxValue));
        }
        int[] t = new int[3];
        int[] base = {3, 7, 21};
        int[] weight = {3, 5, 7};
        int floor = near + 1;
        for (int n = 0; n < 3; n++) {
            int byDefault;
            if (maxValue >= 128) {
                int factor = (Math.min(maxValue, 4095) + 128) / 256;
                byDefault = factor * (base[n] - 2 - n) + 2 + n + weight[n] * near;
            } else {
                int factor = 256 / (maxValue + 1);
                byDefault = Math.max(2 + n, base[n] / factor + weight[n] * near);
            }
            int clamped = byDefault > maxValue || byDefault < floor ? floor : byDefault;
            t[n] = preset[1 + n] == 0 ? clamped : preset[1 + n];
            floor = t[n];
        }
        int reset = preset[4] == 0 ? DEFAULT_RESET : preset[4];
        return new JpegLsParameters(rows, columns, maxValue, near, t[0], t[1], t[2], reset, dataOffset);
    }
}
