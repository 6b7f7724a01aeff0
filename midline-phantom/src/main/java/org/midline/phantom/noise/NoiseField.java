package org.midline.phantom.noise;

/**
 * A smooth random field in space with mean 0 and variance 1: white noise on a lattice, blurred and interpolated
 * linearly. The lattice repeats every {@value #CELLS} cells. Immutable.
 *
 * <p>With n blur passes the field is close to white noise under a Gaussian of standard deviation
 * {@code spacingMm * sqrt(n / 2)}; zero crossings along a line are then about {@code pi * sqrt(2)} such deviations
 * apart.
 */
public final class NoiseField {
    private static final int CELLS = 64;
    private static final int WRAP = CELLS - 1;
    private static final double SHIFT = 1 << 14;

    private final float[] lattice;
    private final double perMm;

    public NoiseField(Draw draw, double spacingMm, int blurPasses) {
        this(blurred(white(draw), blurPasses), spacingMm);
    }

    private NoiseField(float[] values, double spacingMm) {
        Standardisation.apply(values);
        lattice = values;
        perMm = 1 / spacingMm;
    }

    /**
     * A field with a dominant wavelength: the difference between n and m blur passes. With m about 2.6 n the wavelength
     * is about {@code 4 * spacingMm * sqrt(n)}.
     */
    public static NoiseField bandPass(Draw draw, double spacingMm, int passes, int morePasses) {
        float[] fine = blurred(white(draw), passes);
        float[] coarse = blurred(fine, morePasses - passes);
        var difference = new float[fine.length];
        for (int n = 0; n < difference.length; n++) {
            difference[n] = fine[n] - coarse[n];
        }
        return new NoiseField(difference, spacingMm);
    }

    private static float[] white(Draw draw) {
        var values = new float[CELLS * CELLS * CELLS];
        var random = draw.random().split();
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) (random.nextDouble() - 0.5);
        }
        return values;
    }

    /** Blurred along the three axes, as often as there are passes. */
    private static float[] blurred(float[] values, int passes) {
        float[] result = values;
        for (int pass = 0; pass < passes; pass++) {
            result = blurredAlong(result, 1);
            result = blurredAlong(result, CELLS);
            result = blurredAlong(result, CELLS * CELLS);
        }
        return result;
    }

    /** The field at a point in mm, between about -4 and 4. */
    public float at(double x, double y, double z) {
        double u = x * perMm + SHIFT;
        double v = y * perMm + SHIFT;
        double w = z * perMm + SHIFT;
        int i = (int) u;
        int j = (int) v;
        int k = (int) w;
        float fi = (float) (u - i);
        float fj = (float) (v - j);
        float fk = (float) (w - k);
        int i0 = i & WRAP;
        int i1 = (i + 1) & WRAP;
        int j0 = (j & WRAP) * CELLS;
        int j1 = ((j + 1) & WRAP) * CELLS;
        int k0 = (k & WRAP) * CELLS * CELLS;
        int k1 = ((k + 1) & WRAP) * CELLS * CELLS;
        float near = mix(
                mix(lattice[i0 + j0 + k0], lattice[i1 + j0 + k0], fi),
                mix(lattice[i0 + j1 + k0], lattice[i1 + j1 + k0], fi),
                fj);
        float far = mix(
                mix(lattice[i0 + j0 + k1], lattice[i1 + j0 + k1], fi),
                mix(lattice[i0 + j1 + k1], lattice[i1 + j1 + k1], fi),
                fj);
        return mix(near, far, fk);
    }

    private static float mix(float a, float b, float t) {
        return a + (b - a) * t;
    }

    private static float[] blurredAlong(float[] values, int stride) {
        var result = new float[values.length];
        int span = stride * CELLS;
        for (int n = 0; n < values.length; n++) {
            int base = n - n % span;
            int offset = n - base;
            int before = base + (offset + span - stride) % span;
            int after = base + (offset + stride) % span;
            result[n] = 0.5f * values[n] + 0.25f * (values[before] + values[after]);
        }
        return result;
    }
}
