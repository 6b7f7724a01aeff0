package org.midline.phantom.tumour;

/**
 * Density c of tumour cells, from 0 to 1, that spread and multiply: {@code dc/dt = div(D grad c) + rho c (1 - c)}, the
 * Fisher-KPP equation, with D diagonal in the grid's axes.
 *
 * <p>Finite volumes on an isotropic grid; each step is an explicit Euler step of diffusion, then the logistic growth in
 * closed form. The flux between two voxels takes the harmonic mean of their D: a voxel with D = 0 is a barrier that
 * nothing enters or leaves. The grid's outermost layer is a barrier. Only a box that grows with the tumour is computed.
 */
final class FisherKpp {
    /** Of the largest stable step of diffusion. */
    private static final double SAFETY = 0.9;
    /** The longest step in units of 1 / rho: keeps the error of splitting small. */
    private static final double LONGEST = 0.1;
    /** A box is widened where the density near its faces is above this. */
    private static final float TRACE = 1e-6f;

    private static final int MARGIN = 6;

    private final int[] size;
    private final int[] stride;
    /** Share of a difference in density that passes the face towards the next voxel in one step. */
    private final float[][] passage = new float[3][];
    /** exp(rho dt) - 1. */
    private final float[] gain;

    private final int[] rowFirst;
    private final int[] rowLast;
    private final int[] low = new int[3];
    private final int[] high = new int[3];
    private final double stepTime;
    private float[] density;
    private float[] next;
    private int steps;

    /**
     * @param diffusivity D along i, j and k in mm2 per unit of time, 0 along all axes for a barrier; i fastest
     * @param rate rho per unit of time
     */
    FisherKpp(int sizeI, int sizeJ, int sizeK, double spacingMm, float[][] diffusivity, float[] rate) {
        size = new int[] {sizeI, sizeJ, sizeK};
        stride = new int[] {1, sizeI, sizeI * sizeJ};
        int count = sizeI * sizeJ * sizeK;
        density = new float[count];
        next = new float[count];
        gain = new float[count];
        rowFirst = new int[sizeJ * sizeK];
        rowLast = new int[sizeJ * sizeK];
        for (int axis = 0; axis < 3; axis++) {
            passage[axis] = new float[count];
            low[axis] = size[axis];
            high[axis] = -1;
        }
        stepTime = faces(diffusivity, rate, spacingMm);
        float scale = (float) (stepTime / (spacingMm * spacingMm));
        for (int n = 0; n < count; n++) {
            gain[n] = rate[n] == 0 ? 0 : (float) Math.expm1(rate[n] * stepTime);
            for (int axis = 0; axis < 3; axis++) {
                passage[axis][n] *= scale;
            }
        }
    }

    /** Puts mean diffusivities into {@link #passage}; the step that is stable everywhere. */
    private double faces(float[][] diffusivity, float[] rate, double spacingMm) {
        double fastest = 0;
        for (int k = 1; k < size[2] - 1; k++) {
            for (int j = 1; j < size[1] - 1; j++) {
                int row = j + size[1] * k;
                rowFirst[row] = size[0];
                rowLast[row] = -1;
                for (int i = 1; i < size[0] - 1; i++) {
                    int n = i + size[0] * row;
                    boolean open = rate[n] > 0;
                    fastest = Math.max(fastest, rate[n]);
                    for (int axis = 0; axis < 3; axis++) {
                        int onward = axis == 0 ? i : axis == 1 ? j : k;
                        float a = diffusivity[axis][n];
                        float b = onward == size[axis] - 2 ? 0 : diffusivity[axis][n + stride[axis]];
                        passage[axis][n] = a > 0 && b > 0 ? 2 * a * b / (a + b) : 0;
                        open |= a > 0;
                    }
                    if (open) {
                        rowFirst[row] = Math.min(rowFirst[row], i);
                        rowLast[row] = i;
                    }
                }
            }
        }
        double outflow = 0;
        for (int n = stride[2]; n < density.length; n++) {
            float sum = 0;
            for (int axis = 0; axis < 3; axis++) {
                sum += passage[axis][n] + passage[axis][n - stride[axis]];
            }
            outflow = Math.max(outflow, sum);
        }
        double stable = outflow > 0 ? SAFETY * spacingMm * spacingMm / outflow : Double.POSITIVE_INFINITY;
        return Math.min(stable, fastest > 0 ? LONGEST / fastest : stable);
    }

    /** Raises the density of a voxel to at least this; the voxel must not be in the outermost layer. */
    void seed(int i, int j, int k, float atLeast) {
        int n = i + stride[1] * j + stride[2] * k;
        density[n] = Math.max(density[n], atLeast);
        int[] at = {i, j, k};
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = Math.max(1, Math.min(low[axis], at[axis] - MARGIN));
            high[axis] = Math.min(size[axis] - 2, Math.max(high[axis], at[axis] + MARGIN));
        }
    }

    void step() {
        float[] c = density;
        float[] result = next;
        float[] gains = gain;
        float[] alongI = passage[0];
        float[] alongJ = passage[1];
        float[] alongK = passage[2];
        int row = stride[1];
        int slice = stride[2];
        for (int k = low[2]; k <= high[2]; k++) {
            for (int j = low[1]; j <= high[1]; j++) {
                int r = j + size[1] * k;
                int from = r * row + Math.max(low[0], rowFirst[r]);
                int to = r * row + Math.min(high[0], rowLast[r]);
                for (int n = from; n <= to; n++) {
                    float x = c[n];
                    float y = x
                            + (alongI[n] * (c[n + 1] - x) + alongI[n - 1] * (c[n - 1] - x))
                            + (alongJ[n] * (c[n + row] - x) + alongJ[n - row] * (c[n - row] - x))
                            + (alongK[n] * (c[n + slice] - x) + alongK[n - slice] * (c[n - slice] - x));
                    float g = gains[n];
                    result[n] = y * (1 + g) / (1 + y * g);
                }
            }
        }
        density = result;
        next = c;
        steps++;
        if (steps % (MARGIN / 2) == 0) {
            widen();
        }
    }

    private void widen() {
        for (int axis = 0; axis < 3; axis++) {
            if (low[axis] > 1 && traceNear(axis, low[axis])) {
                low[axis] = Math.max(1, low[axis] - MARGIN);
            }
            if (high[axis] < size[axis] - 2 && traceNear(axis, high[axis] - MARGIN / 2)) {
                high[axis] = Math.min(size[axis] - 2, high[axis] + MARGIN);
            }
        }
    }

    /** Whether there is any tumour in the layers of the box from this one on, half a margin deep. */
    private boolean traceNear(int axis, int from) {
        int[] first = low.clone();
        int[] last = high.clone();
        first[axis] = Math.max(low[axis], from);
        last[axis] = Math.min(high[axis], from + MARGIN / 2);
        for (int k = first[2]; k <= last[2]; k++) {
            for (int j = first[1]; j <= last[1]; j++) {
                int start = stride[1] * j + stride[2] * k;
                for (int n = start + first[0]; n <= start + last[0]; n++) {
                    if (density[n] > TRACE) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Adds the density of now to a sum, weighted: an integral over time if called at equal intervals. */
    void addTo(float[] sum, float weight) {
        forEachRow((from, to) -> {
            for (int n = from; n < to; n++) {
                sum[n] += weight * density[n];
            }
        });
    }

    /** Number of voxels whose density is above the threshold. */
    int countAbove(float threshold) {
        int[] count = new int[1];
        forEachRow((from, to) -> {
            for (int n = from; n < to; n++) {
                count[0] += density[n] > threshold ? 1 : 0;
            }
        });
        return count[0];
    }

    private void forEachRow(RowAction action) {
        for (int k = low[2]; k <= high[2]; k++) {
            for (int j = low[1]; j <= high[1]; j++) {
                int start = stride[1] * j + stride[2] * k;
                action.on(start + low[0], start + high[0] + 1);
            }
        }
    }

    double stepTime() {
        return stepTime;
    }

    double time() {
        return steps * stepTime;
    }

    /** Of now; overwritten by the step after the next. */
    float[] density() {
        return density;
    }

    @FunctionalInterface
    private interface RowAction {
        void on(int from, int to);
    }
}
