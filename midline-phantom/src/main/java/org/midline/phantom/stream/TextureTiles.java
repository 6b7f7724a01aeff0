package org.midline.phantom.stream;

import java.util.SplittableRandom;
import org.midline.phantom.noise.Standardisation;

/**
 * Random textures that repeat every {@value #SIDE} mm, at 1 mm: white noise blurred by a Gaussian of 4 mm and by one of
 * 1.1 mm, half of the variance each, as {@link org.midline.phantom.signal.SignalPainter} has it. Mean 0, variance 1.
 */
final class TextureTiles {
    static final int COUNT = 6;
    static final int SIDE = 64;
    static final int VOXELS = SIDE * SIDE * SIDE;

    /** Of the whole numbers in a tile. */
    static final float STEP = 1 / 32f;

    private static final int COARSE_PASSES = 32;
    private static final int FINE_PASSES = 2;
    private static final TextureTiles TILES = new TextureTiles();

    private final byte[][] values = new byte[COUNT][VOXELS];

    private TextureTiles() {
        var random = new SplittableRandom(20);
        for (int tile = 0; tile < COUNT; tile++) {
            float[] coarse = noise(random.split(), COARSE_PASSES);
            float[] fine = noise(random.split(), FINE_PASSES);
            for (int n = 0; n < VOXELS; n++) {
                double value = Math.sqrt(0.5) * (coarse[n] + fine[n]);
                values[tile][n] = (byte) Math.max(-127, Math.min(127, Math.round(value / STEP)));
            }
        }
    }

    /** In steps of {@link #STEP}, i fastest; not to be written. */
    static byte[] tile(int number) {
        return TILES.values[number];
    }

    private static float[] noise(SplittableRandom random, int passes) {
        var field = new float[VOXELS];
        for (int n = 0; n < VOXELS; n++) {
            field[n] = (float) (random.nextDouble() - 0.5);
        }
        var other = new float[VOXELS];
        for (int pass = 0; pass < passes; pass++) {
            for (int shift = 0; shift < 18; shift += 6) {
                blur(field, other, shift);
                float[] swapped = field;
                field = other;
                other = swapped;
            }
        }
        Standardisation.apply(field);
        return field;
    }

    /** A quarter, a half and a quarter along the axis whose position starts at a bit of the index. */
    private static void blur(float[] from, float[] to, int shift) {
        int step = 1 << shift;
        int mask = (SIDE - 1) << shift;
        for (int n = 0; n < VOXELS; n++) {
            int rest = n & ~mask;
            int before = rest | ((n - step) & mask);
            int after = rest | ((n + step) & mask);
            to[n] = 0.5f * from[n] + 0.25f * (from[before] + from[after]);
        }
    }
}
