package org.midline.phantom.tumour;

import java.util.ArrayDeque;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.Deformation;

/**
 * How a swelling tumour pushes what is around it: the flow of a fluid in the closed skull that wells up in the tumour and
 * drains from cerebrospinal fluid as far as that is pressed, so that cisterns and ventricles near by narrow first. Brain and
 * vessels move without change of volume. Chosen for this phantom: it is smooth and cheap, tissue mechanics it is not.
 *
 * <p>The flow is followed in small steps, each with its own pressure, from tissue to where it is now.
 */
final class MassEffect {
    /** Of fluid: pressed out over some {@code 1 / sqrt(0.03)} = 6 mm. */
    private static final float DRAIN_PER_MM2 = 0.03f;
    /** Of everything, so that there is an answer where there is no fluid. */
    private static final float LEAK_PER_MM2 = 2e-5f;
    /** By how much the tumour's volume grows in one step, as a logarithm. */
    private static final double STEP = 0.16;

    private static final double LEAST_JACOBIAN = 0.08;
    private static final int MOST_STEPS = 10;
    /** How far the flow is continued into the wall, in cells. */
    private static final int BEYOND = 5;

    private final VoxelGrid lattice;
    private final float[] fluidAtRest;
    private final float[] tumourAtRest;
    private final PressureSolver solver;
    private final int[] stride;
    private float[][] displacement;
    private double volumeMm3;
    private double addedMm3;

    /** @param tumour share of each of the cavity's cells, before the push */
    MassEffect(Cavity cavity, float[] tumour) {
        lattice = cavity.lattice();
        tumourAtRest = tumour;
        fluidAtRest = new float[tumour.length];
        for (int n = 0; n < tumour.length; n++) {
            fluidAtRest[n] = Math.max(0, cavity.fluid()[n] - tumour[n]);
        }
        solver = new PressureSolver(lattice, cavity.open());
        stride = new int[] {1, lattice.sizeI(), lattice.sizeI() * lattice.sizeJ()};
        displacement = new float[3][tumour.length];
        volumeMm3 = tumourVolume(tumour);
    }

    /** Swells the tumour to a volume, or as far as tissue can give way without folding. */
    Deformation swollenTo(double targetMm3) {
        float[] tumour = tumourAtRest.clone();
        float[] fluid = fluidAtRest.clone();
        var past = new ArrayDeque<float[][]>();
        for (int step = 0; step < MOST_STEPS && volumeMm3 < 0.996 * targetMm3; step++) {
            float[] source = ramp(tumour, 0.5, 0.9);
            for (int n = 0; n < fluid.length; n++) {
                fluid[n] = LEAK_PER_MM2 + DRAIN_PER_MM2 * fluid[n];
            }
            solver.solve(source, fluid);
            double growth = Math.min(STEP, Math.log(targetMm3 / volumeMm3));
            past.push(displacement);
            displacement = moved(flow(), growth * volumeMm3 / volume(source));
            pullBack(tumourAtRest, tumour);
            pullBack(fluidAtRest, fluid);
            addedMm3 += growth * volumeMm3;
            volumeMm3 = tumourVolume(tumour);
        }
        var deformation = new Deformation(lattice, inPatientAxes(displacement));
        while (!past.isEmpty() && deformation.minimumJacobian() < LEAST_JACOBIAN) {
            double before = volumeMm3;
            displacement = past.pop();
            deformation = new Deformation(lattice, inPatientAxes(displacement));
            pullBack(tumourAtRest, tumour);
            volumeMm3 = tumourVolume(tumour);
            addedMm3 += volumeMm3 - before;
        }
        return deformation;
    }

    /**
     * 0 below one share of a cell, 1 above another. Sources keep to cells that are well inside the tumour: the flow is
     * known at the middles of cells only, and what swells at the border would swell beside it as well.
     */
    private static float[] ramp(float[] share, double from, double to) {
        var result = new float[share.length];
        for (int n = 0; n < share.length; n++) {
            result[n] = (float) Math.max(0, Math.min(1, (share[n] - from) / (to - from)));
        }
        return result;
    }

    /** The border steeper than interpolation between cells makes it, so that it is not lost as the tumour swells. */
    private double tumourVolume(float[] share) {
        return volume(ramp(share, 0.33, 0.67));
    }

    /** The tumour's volume after the push. */
    double volumeMm3() {
        return volumeMm3;
    }

    /** What has welled up: the tumour's gain, and some in the tissue within a cell of its border. */
    double addedMm3() {
        return addedMm3;
    }

    private double volume(float[] share) {
        double sum = 0;
        for (float part : share) {
            sum += part;
        }
        return sum * lattice.voxelVolumeMm3();
    }

    /** In cells per unit of time; continued into the wall, where it fades. */
    private float[][] flow() {
        var flow = new float[3][tumourAtRest.length];
        var known = new boolean[tumourAtRest.length];
        for (int n = stride[2]; n < known.length - stride[2]; n++) {
            if (solver.isOpen(n)) {
                known[n] = true;
                for (int axis = 0; axis < 3; axis++) {
                    flow[axis][n] = (float) (solver.flow(n, axis) / lattice.spacingMm(axis));
                }
            }
        }
        for (int pass = 0; pass < BEYOND; pass++) {
            known = extend(flow, known, 1 - (pass + 1f) / (BEYOND + 1));
        }
        return flow;
    }

    private boolean[] extend(float[][] flow, boolean[] known, float fade) {
        boolean[] wider = known.clone();
        for (int n = stride[2]; n < known.length - stride[2]; n++) {
            if (known[n]) {
                continue;
            }
            int count = 0;
            float[] sum = new float[3];
            for (int axis = 0; axis < 3; axis++) {
                for (int m = n - stride[axis]; m <= n + stride[axis]; m += 2 * stride[axis]) {
                    if (known[m]) {
                        count++;
                        for (int component = 0; component < 3; component++) {
                            sum[component] += flow[component][m];
                        }
                    }
                }
            }
            if (count > 0) {
                wider[n] = true;
                for (int component = 0; component < 3; component++) {
                    flow[component][n] = fade * sum[component] / count;
                }
            }
        }
        return wider;
    }

    /** The displacement from present to rest, in cells, after a further step along the flow. */
    private float[][] moved(float[][] flow, double time) {
        var moved = new float[3][tumourAtRest.length];
        var half = new double[3];
        int n = 0;
        for (int k = 0; k < lattice.sizeK(); k++) {
            for (int j = 0; j < lattice.sizeJ(); j++) {
                for (int i = 0; i < lattice.sizeI(); i++, n++) {
                    if (flow[0][n] == 0 && flow[1][n] == 0 && flow[2][n] == 0) {
                        continue;
                    }
                    for (int axis = 0; axis < 3; axis++) {
                        half[axis] = 0.5 * time * flow[axis][n];
                    }
                    double x = time * at(flow[0], i - half[0], j - half[1], k - half[2]);
                    double y = time * at(flow[1], i - half[0], j - half[1], k - half[2]);
                    double z = time * at(flow[2], i - half[0], j - half[1], k - half[2]);
                    moved[0][n] = (float) (at(displacement[0], i - x, j - y, k - z) - x);
                    moved[1][n] = (float) (at(displacement[1], i - x, j - y, k - z) - y);
                    moved[2][n] = (float) (at(displacement[2], i - x, j - y, k - z) - z);
                }
            }
        }
        return moved;
    }

    /** Where a field at rest is now. */
    private void pullBack(float[] rest, float[] present) {
        int n = 0;
        for (int k = 0; k < lattice.sizeK(); k++) {
            for (int j = 0; j < lattice.sizeJ(); j++) {
                for (int i = 0; i < lattice.sizeI(); i++, n++) {
                    present[n] = solver.isOpen(n)
                            ? (float) at(rest, i + displacement[0][n], j + displacement[1][n], k + displacement[2][n])
                            : 0;
                }
            }
        }
    }

    /** Linear between the lattice's points, cut at its border. */
    private double at(float[] values, double x, double y, double z) {
        double u = Math.max(0, Math.min(lattice.sizeI() - 1.001, x));
        double v = Math.max(0, Math.min(lattice.sizeJ() - 1.001, y));
        double w = Math.max(0, Math.min(lattice.sizeK() - 1.001, z));
        int i = (int) u;
        int j = (int) v;
        int k = (int) w;
        int n = lattice.index(i, j, k);
        double near = plane(values, n, u - i, v - j);
        return near + (w - k) * (plane(values, n + stride[2], u - i, v - j) - near);
    }

    private double plane(float[] values, int n, double u, double v) {
        double near = values[n] + u * (values[n + 1] - values[n]);
        double far = values[n + stride[1]] + u * (values[n + stride[1] + 1] - values[n + stride[1]]);
        return near + v * (far - near);
    }

    private float[][] inPatientAxes(float[][] cells) {
        var patient = new float[3][tumourAtRest.length];
        for (int axis = 0; axis < 3; axis++) {
            Vec3 column = lattice.voxelToPatientLps().column(axis);
            for (int n = 0; n < tumourAtRest.length; n++) {
                patient[0][n] += (float) (column.x() * cells[axis][n]);
                patient[1][n] += (float) (column.y() * cells[axis][n]);
                patient[2][n] += (float) (column.z() * cells[axis][n]);
            }
        }
        return patient;
    }
}
