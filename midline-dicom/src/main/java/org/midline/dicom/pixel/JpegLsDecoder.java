package org.midline.dicom.pixel;

import java.io.IOException;
import java.util.Arrays;

/** JPEG-LS, lossless and near-lossless, of one grey component: ITU-T T.87, Annex A. */
final class JpegLsDecoder implements FrameDecoder {

    @Override
    public int[] decode(byte[] stream, PixelFormat format) throws IOException {
        var parameters = JpegLsParameters.of(stream);
        if (parameters.rows() != format.rows() || parameters.columns() != format.columns()) {
            throw new IOException("JPEG-LS image of %d rows and %d columns, expected %d and %d"
                    .formatted(parameters.rows(), parameters.columns(), format.rows(), format.columns()));
        }
        return new Scan(parameters, new JpegLsBits(stream, parameters.dataOffset())).decode();
    }

    /** The state of one scan, in the names of the standard. */
    private static final class Scan {
        private static final int[] J = {
            0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
        };
        private static final int RUN_CONTEXT = 365;
        private static final int SMALLEST_C = -128;
        private static final int LARGEST_C = 127;

        private final JpegLsParameters p;
        private final JpegLsBits bits;
        private final int step;
        private final int range;
        private final int qbpp;
        private final int limit;
        private final int[] a = new int[RUN_CONTEXT + 2];
        private final int[] b = new int[RUN_CONTEXT];
        private final int[] c = new int[RUN_CONTEXT];
        private final int[] n = new int[RUN_CONTEXT + 2];
        private final int[] negatives = new int[2];
        private int runIndex;

        Scan(JpegLsParameters parameters, JpegLsBits bits) {
            this.p = parameters;
            this.bits = bits;
            step = 2 * p.near() + 1;
            range = (p.maxValue() + 2 * p.near()) / step + 1;
            qbpp = bitsFor(range - 1);
            int bpp = Math.max(2, bitsFor(p.maxValue()));
            limit = 2 * (bpp + Math.max(8, bpp));
            for (int q = 0; q < a.length; q++) {
                a[q] = Math.max(2, (range + 32) / 64);
                n[q] = 1;
            }
        }

        private static int bitsFor(int largest) {
            return 32 - Integer.numberOfLeadingZeros(largest);
        }

        /** Lines have one extra sample on each side, holding the neighbours that the standard defines at the borders. */
        int[] decode() throws IOException {
            int width = p.columns();
            var samples = new int[p.rows() * width];
            var above = new int[width + 2];
            var line = new int[width + 2];
            for (int row = 0; row < p.rows(); row++) {
                above[width + 1] = above[width];
                line[0] = above[1];
                decodeLine(above, line);
                System.arraycopy(line, 1, samples, row * width, width);
                int[] spare = above;
                above = line;
                line = spare;
            }
            return samples;
        }

        private void decodeLine(int[] above, int[] line) throws IOException {
            int x = 1;
            while (x <= p.columns()) {
                int ra = line[x - 1];
                int rb = above[x];
                int rc = above[x - 1];
                int rd = above[x + 1];
                int q = 81 * quantised(rd - rb) + 9 * quantised(rb - rc) + quantised(rc - ra);
                if (q == 0) {
                    x = decodeRun(above, line, x);
                } else {
                    line[x] = decodeRegular(q, ra, rb, rc);
                    x++;
                }
            }
        }

        private int quantised(int gradient) {
            int size = Math.abs(gradient);
            int level = size <= p.near() ? 0 : size < p.t1() ? 1 : size < p.t2() ? 2 : size < p.t3() ? 3 : 4;
            return gradient < 0 ? -level : level;
        }

        private int decodeRegular(int signedContext, int ra, int rb, int rc) throws IOException {
            int sign = signedContext < 0 ? -1 : 1;
            int q = Math.abs(signedContext);
            int largest = Math.max(ra, rb);
            int smallest = Math.min(ra, rb);
            int edge = rc >= largest ? smallest : rc <= smallest ? largest : ra + rb - rc;
            int predicted = Math.max(0, Math.min(p.maxValue(), edge + sign * c[q]));

            int k = golombParameter(a[q], n[q]);
            int mapped = bits.golomb(k, limit, qbpp);
            int error = (mapped & 1) == 0 ? mapped >> 1 : -((mapped + 1) >> 1);
            if (p.near() == 0 && k == 0 && 2 * b[q] <= -n[q]) {
                error = -error - 1;
            }
            learn(q, error);
            return reconstructed(predicted, sign * error);
        }

        private static int golombParameter(int magnitude, int count) {
            int k = 0;
            while (count << k < magnitude && k < 24) {
                k++;
            }
            return k;
        }

        private void learn(int q, int error) {
            a[q] += Math.abs(error);
            b[q] += error * step;
            if (n[q] == p.reset()) {
                a[q] >>= 1;
                b[q] = b[q] >= 0 ? b[q] >> 1 : -((1 - b[q]) >> 1);
                n[q] >>= 1;
            }
            n[q]++;
            if (b[q] <= -n[q]) {
                b[q] = Math.max(b[q] + n[q], 1 - n[q]);
                c[q] = Math.max(c[q] - 1, SMALLEST_C);
            } else if (b[q] > 0) {
                b[q] = Math.min(b[q] - n[q], 0);
                c[q] = Math.min(c[q] + 1, LARGEST_C);
            }
        }

        private int reconstructed(int predicted, int error) {
            int value = predicted + error * step;
            if (value < -p.near()) {
                value += range * step;
            } else if (value > p.maxValue() + p.near()) {
                value -= range * step;
            }
            return Math.max(0, Math.min(p.maxValue(), value));
        }

        /** A run of the value to the left from {@code x}, and the sample that ends it; returns where to go on. */
        private int decodeRun(int[] above, int[] line, int start) throws IOException {
            int x = start;
            int ra = line[start - 1];
            while (bits.bit() == 1) {
                int whole = 1 << J[runIndex];
                int count = Math.min(whole, p.columns() + 1 - x);
                Arrays.fill(line, x, x + count, ra);
                x += count;
                if (count == whole && runIndex < J.length - 1) {
                    runIndex++;
                }
                if (x > p.columns()) {
                    return x;
                }
            }
            int rest = bits.bits(J[runIndex]);
            if (rest > p.columns() - x) {
                throw new IOException("JPEG-LS run beyond the end of a line");
            }
            Arrays.fill(line, x, x + rest, ra);
            x += rest;
            line[x] = decodeRunEnd(ra, above[x]);
            runIndex = Math.max(0, runIndex - 1);
            return x + 1;
        }

        private int decodeRunEnd(int ra, int rb) throws IOException {
            int type = Math.abs(ra - rb) <= p.near() ? 1 : 0;
            int q = RUN_CONTEXT + type;
            int k = golombParameter(a[q] + (type == 0 ? 0 : n[q] >> 1), n[q]);
            int mapped = bits.golomb(k, limit - J[runIndex] - 1, qbpp);
            int doubled = mapped + type;
            int odd = doubled & 1;
            int magnitude = (doubled + odd) >> 1;
            boolean oddMeansNegative = k != 0 || 2 * negatives[type] >= n[q];
            int error = oddMeansNegative == (odd == 1) ? -magnitude : magnitude;
            if (error < 0) {
                negatives[type]++;
            }
            a[q] += (mapped + 1 - type) >> 1;
            if (n[q] == p.reset()) {
                a[q] >>= 1;
                n[q] >>= 1;
                negatives[type] >>= 1;
            }
            n[q]++;
            int sign = type == 0 && ra > rb ? -1 : 1;
            return reconstructed(type == 0 ? rb : ra, sign * error);
        }
    }
}
