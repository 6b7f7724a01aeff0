package org.midline.phantom.tumour;

import org.midline.core.VoxelGrid;

/**
 * The pressure p in a closed cavity of which some cells are sources and others drain as they are pressed:
 * {@code -div(grad p) + drain p = source}, no flow through walls; the flow is {@code v = -grad p}. Finite volumes on an
 * isotropic lattice, by conjugate gradients with the diagonal as preconditioner. Starts from the solution before.
 */
final class PressureSolver {
    private static final double TOLERANCE = 2e-3;
    private static final int MOST_ITERATIONS = 300;

    private final VoxelGrid lattice;
    private final double spacingMm;
    private final int[] stride;
    private final float[][] face = new float[3][];
    private final float[] faces;
    private final int[] rowFirst;
    private final int[] rowLast;
    private final float[] pressure;
    private final float[] residual;
    private final float[] scaled;
    private final float[] search;
    private final float[] image;
    private final float[] diagonal;

    /** @param open share of each cell that is not wall; the outermost cells have to be all wall */
    PressureSolver(VoxelGrid lattice, float[] open) {
        this.lattice = lattice;
        spacingMm = lattice.spacingMm(0);
        stride = new int[] {1, lattice.sizeI(), lattice.sizeI() * lattice.sizeJ()};
        int count = open.length;
        faces = new float[count];
        pressure = new float[count];
        residual = new float[count];
        scaled = new float[count];
        search = new float[count];
        image = new float[count];
        diagonal = new float[count];
        for (int axis = 0; axis < 3; axis++) {
            face[axis] = new float[count];
            for (int n = 0; n < count - stride[axis]; n++) {
                float aperture = Math.min(open[n], open[n + stride[axis]]);
                if (aperture >= 0.5f) {
                    face[axis][n] = aperture;
                    faces[n] += aperture;
                    faces[n + stride[axis]] += aperture;
                }
            }
        }
        rowFirst = new int[lattice.sizeJ() * lattice.sizeK()];
        rowLast = new int[rowFirst.length];
        for (int row = 0; row < rowFirst.length; row++) {
            rowFirst[row] = lattice.sizeI();
            rowLast[row] = -1;
            for (int i = 0; i < lattice.sizeI(); i++) {
                if (faces[i + lattice.sizeI() * row] > 0) {
                    rowFirst[row] = Math.min(rowFirst[row], i);
                    rowLast[row] = i;
                }
            }
        }
    }

    /**
     * Solves for a source and a drain.
     *
     * @param source volume per volume of cell and time
     * @param drain the same per pressure; above 0 somewhere
     */
    void solve(float[] source, float[] drain) {
        float area = (float) (spacingMm * spacingMm);
        double rightSquared = 0;
        for (int n = 0; n < diagonal.length; n++) {
            diagonal[n] = faces[n] + area * drain[n];
            if (faces[n] > 0) {
                rightSquared += (double) area * source[n] * area * source[n];
            }
        }
        apply(pressure, image);
        forEachRow((from, to) -> {
            for (int n = from; n < to; n++) {
                residual[n] = faces[n] > 0 ? area * source[n] - image[n] : 0;
            }
        });
        double energy = precondition();
        System.arraycopy(scaled, 0, search, 0, search.length);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            if (dot(residual, residual) <= TOLERANCE * TOLERANCE * rightSquared) {
                return;
            }
            apply(search, image);
            float step = (float) (energy / dot(search, image));
            forEachRow((from, to) -> {
                for (int n = from; n < to; n++) {
                    pressure[n] += step * search[n];
                    residual[n] -= step * image[n];
                }
            });
            double before = energy;
            energy = precondition();
            float keep = (float) (energy / before);
            forEachRow((from, to) -> {
                for (int n = from; n < to; n++) {
                    search[n] = scaled[n] + keep * search[n];
                }
            });
        }
    }

    private void apply(float[] values, float[] result) {
        float[] i = face[0];
        float[] j = face[1];
        float[] k = face[2];
        int row = stride[1];
        int slice = stride[2];
        forEachRow((from, to) -> {
            for (int n = from; n < to; n++) {
                result[n] = diagonal[n] * values[n]
                        - (i[n] * values[n + 1] + i[n - 1] * values[n - 1])
                        - (j[n] * values[n + row] + j[n - row] * values[n - row])
                        - (k[n] * values[n + slice] + k[n - slice] * values[n - slice]);
            }
        });
    }

    private double precondition() {
        forEachRow((from, to) -> {
            for (int n = from; n < to; n++) {
                scaled[n] = faces[n] > 0 ? residual[n] / diagonal[n] : 0;
            }
        });
        return dot(residual, scaled);
    }

    private double dot(float[] a, float[] b) {
        double[] sum = new double[1];
        forEachRow((from, to) -> {
            float part = 0;
            for (int n = from; n < to; n++) {
                part += a[n] * b[n];
            }
            sum[0] += part;
        });
        return sum[0];
    }

    private void forEachRow(RowAction action) {
        for (int row = 0; row < rowFirst.length; row++) {
            if (rowLast[row] >= 0) {
                int start = row * lattice.sizeI();
                action.on(start + rowFirst[row], start + rowLast[row] + 1);
            }
        }
    }

    /** Pressure of the last solution, i fastest; not to be written. */
    float[] pressure() {
        return pressure;
    }

    /** Whether a cell takes part in the flow. */
    boolean isOpen(int cell) {
        return faces[cell] > 0;
    }

    /** The flow through the middle of a cell along an axis of the lattice, in mm per unit of time. */
    float flow(int cell, int axis) {
        int step = stride[axis];
        float onward = face[axis][cell] > 0 ? pressure[cell] - pressure[cell + step] : 0;
        float back = face[axis][cell - step] > 0 ? pressure[cell - step] - pressure[cell] : 0;
        return (float) (0.5 * (onward + back) / spacingMm);
    }

    @FunctionalInterface
    private interface RowAction {
        void on(int from, int to);
    }
}
