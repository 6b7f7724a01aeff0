package org.midline.phantom.stream;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.noise.Draw;

/**
 * A smooth random field over a box about the origin: the cubic B-spline of control points, twice continuously
 * differentiable, sampled on a lattice a quarter as wide. Control points at the border and beyond are 0, so that the
 * field fades out.
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never compared
record CoarseField(VoxelGrid lattice, float[] values) {
    private static final int PER_CONTROL = 4;

    /**
     * Draws a field.
     *
     * @param halfMm reach of the box along each axis
     * @param controlMm between control points
     * @param standardDeviation of the control points; the field's is about a third of it
     */
    static CoarseField draw(double[] halfMm, double controlMm, double standardDeviation, Draw draw) {
        var cells = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            cells[axis] = 2 * (int) Math.ceil(halfMm[axis] / controlMm);
        }
        int sizeI = cells[0] + 1;
        int sizeJ = cells[1] + 1;
        int sizeK = cells[2] + 1;
        var control = new double[sizeI * sizeJ * sizeK];
        for (int n = 0; n < control.length; n++) {
            double value = draw.normal(0, standardDeviation);
            int i = n % sizeI;
            int j = n / sizeI % sizeJ;
            int k = n / (sizeI * sizeJ);
            boolean inside = i > 0 && j > 0 && k > 0 && i < cells[0] && j < cells[1] && k < cells[2];
            control[n] = inside ? value : 0;
        }
        double[] alongI = along(control, sizeJ * sizeK, sizeI, 1);
        int fineI = PER_CONTROL * cells[0] + 1;
        double[] alongJ = along(alongI, sizeK, sizeJ, fineI);
        int fineJ = PER_CONTROL * cells[1] + 1;
        double[] field = along(alongJ, 1, sizeK, fineI * fineJ);
        int fineK = PER_CONTROL * cells[2] + 1;
        var values = new float[field.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) field[n];
        }
        double step = controlMm / PER_CONTROL;
        var corner = new Vec3(-0.5 * cells[0] * controlMm, -0.5 * cells[1] * controlMm, -0.5 * cells[2] * controlMm);
        Affine affine = Affine.scaling(step, step, step).withTranslation(corner);
        return new CoarseField(new VoxelGrid(fineI, fineJ, fineK, affine), values);
    }

    /** Spreads the middle one of three dimensions (outer, size, inner) to four times its intervals. */
    private static double[] along(double[] from, int outer, int size, int inner) {
        int length = PER_CONTROL * (size - 1) + 1;
        var to = new double[outer * length * inner];
        for (int position = 0; position < length; position++) {
            int cell = position / PER_CONTROL;
            double u = (position % PER_CONTROL) / (double) PER_CONTROL;
            double v = 1 - u;
            double[] weights = {
                v * v * v / 6, (3 * u * u * u - 6 * u * u + 4) / 6, (3 * v * v * v - 6 * v * v + 4) / 6, u * u * u / 6
            };
            for (int w = 0; w < 4; w++) {
                int source = cell - 1 + w;
                if (source < 0 || source >= size) {
                    continue;
                }
                for (int o = 0; o < outer; o++) {
                    int f = (o * size + source) * inner;
                    int t = (o * length + position) * inner;
                    for (int n = 0; n < inner; n++) {
                        to[t + n] += weights[w] * from[f + n];
                    }
                }
            }
        }
        return to;
    }

    /** The field at a point in mm, linearly between the lattice's points; 0 beyond them. */
    float at(double x, double y, double z) {
        Vec3 corner = lattice.voxelToPatientLps().translation();
        double perMm = 1 / lattice.voxelToPatientLps().columnI().x();
        double u = (x - corner.x()) * perMm;
        double v = (y - corner.y()) * perMm;
        double w = (z - corner.z()) * perMm;
        int i = (int) Math.floor(u);
        int j = (int) Math.floor(v);
        int k = (int) Math.floor(w);
        if (i < 0
                || j < 0
                || k < 0
                || i >= lattice.sizeI() - 1
                || j >= lattice.sizeJ() - 1
                || k >= lattice.sizeK() - 1) {
            return 0;
        }
        int n = lattice.index(i, j, k);
        int up = n + lattice.sizeI() * lattice.sizeJ();
        float near = plane(n, (float) (u - i), (float) (v - j));
        float far = plane(up, (float) (u - i), (float) (v - j));
        return near + (float) (w - k) * (far - near);
    }

    private float plane(int n, float u, float v) {
        int row = lattice.sizeI();
        float near = values[n] + u * (values[n + 1] - values[n]);
        float far = values[n + row] + u * (values[n + row + 1] - values[n + row]);
        return near + v * (far - near);
    }
}
