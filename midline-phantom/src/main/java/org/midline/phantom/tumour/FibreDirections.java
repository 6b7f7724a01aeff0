package org.midline.phantom.tumour;

import org.midline.phantom.head.Tissue;

/**
 * How much faster cells diffuse along each axis of the grid than across fibres. The fibres themselves are not known from
 * a map of tissues: white matter is taken to run along its border, so that diffusion is slower along the gradient of a
 * blurred map of white matter; in the brainstem and cord fibres run up and down, in the pons crosswise to the peduncles
 * as well. The tensor is diagonal in the grid's axes, which are near those of the head.
 */
final class FibreDirections {
    private static final int BLURS = 3;
    /** Change of the blurred map per voxel at which fibres are taken to run along the border altogether. */
    private static final float FULL = 0.12f;

    private final float[] white;
    private final int[] stride;
    private final double anisotropy;

    /** @param tissues labels of the window, i fastest */
    FibreDirections(byte[] tissues, int sizeI, int sizeJ, double anisotropy) {
        this.anisotropy = anisotropy;
        stride = new int[] {1, sizeI, sizeI * sizeJ};
        white = new float[tissues.length];
        for (int n = 0; n < white.length; n++) {
            white[n] = isWhite(Tissue.of(tissues[n])) ? 1 : 0;
        }
        for (int blur = 0; blur < BLURS; blur++) {
            for (int step : stride) {
                blur(white, step);
            }
        }
    }

    private static boolean isWhite(Tissue tissue) {
        return tissue == Tissue.WHITE_MATTER || tissue == Tissue.CEREBELLAR_WHITE_MATTER;
    }

    /** The binomial mean of each value and its neighbours along an axis, in place. */
    private static void blur(float[] values, int step) {
        for (int offset = 0; offset < step; offset++) {
            float before = values[offset];
            for (int n = offset; n < values.length - step; n += step) {
                float here = values[n];
                values[n] = 0.25f * (before + values[n + step]) + 0.5f * here;
                before = here;
            }
        }
    }

    /** The factors along i, j and k for a voxel that is not at the window's border. */
    void factors(Tissue tissue, int n, float[] factors) {
        switch (tissue) {
            case WHITE_MATTER, CEREBELLAR_WHITE_MATTER -> {
                float squared = 0;
                for (int axis = 0; axis < 3; axis++) {
                    float slope = 0.5f * (white[n + stride[axis]] - white[n - stride[axis]]);
                    factors[axis] = slope * slope;
                    squared += factors[axis];
                }
                double along = anisotropy * Math.min(1, Math.sqrt(squared) / FULL);
                for (int axis = 0; axis < 3; axis++) {
                    factors[axis] = squared == 0 ? 1 : (float) (1 + along * (1 - factors[axis] / squared));
                }
            }
            case PONS -> set(factors, 1 + 0.6 * anisotropy, 1, 1 + 0.6 * anisotropy);
            case MIDBRAIN, MEDULLA, SPINAL_CORD -> set(factors, 1, 1, 1 + anisotropy);
            default -> set(factors, 1, 1, 1);
        }
    }

    private static void set(float[] factors, double i, double j, double k) {
        factors[0] = (float) i;
        factors[1] = (float) j;
        factors[2] = (float) k;
    }
}
