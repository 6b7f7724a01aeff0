package org.midline.phantom.deformation;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/**
 * The map {@code p -> p + u(p)} with displacements u given on a lattice and interpolated linearly between; outside the
 * lattice u is 0, so that it should have faded to 0 at the lattice's border.
 *
 * <p>One to one where the Jacobian determinant {@code det(I + grad u)} is above 0 everywhere, see
 * {@link #minimumJacobian()}.
 */
public final class Deformation implements PointMap {
    private final VoxelGrid lattice;
    private final float[][] displacementMm;
    private final double[] toVoxel = new double[12];

    /**
     * @param lattice any orientation, at least two points along each axis
     * @param displacementMm the patient x, y and z components at the lattice's points, i fastest; kept, not copied
     */
    public Deformation(VoxelGrid lattice, float[][] displacementMm) {
        for (int axis = 0; axis < 3; axis++) {
            if (displacementMm[axis].length != lattice.voxelCount() || lattice.size(axis) < 2) {
                throw new IllegalArgumentException(
                        "Displacements do not fit the lattice " + lattice + ", or it has less than 2 points a side");
            }
        }
        this.lattice = lattice;
        this.displacementMm = displacementMm;
        Affine inverse = lattice.voxelToPatientLps().inverse();
        Vec3[] columns = {inverse.columnI(), inverse.columnJ(), inverse.columnK(), inverse.translation()};
        for (int column = 0; column < 4; column++) {
            toVoxel[column] = columns[column].x();
            toVoxel[4 + column] = columns[column].y();
            toVoxel[8 + column] = columns[column].z();
        }
    }

    public VoxelGrid lattice() {
        return lattice;
    }

    /** The displacements' component along patient x, y or z; not to be written. */
    public float[] displacementMm(int axis) {
        return displacementMm[axis];
    }

    @Override
    public void apply(double[] p) {
        double x = toVoxel[0] * p[0] + toVoxel[1] * p[1] + toVoxel[2] * p[2] + toVoxel[3];
        double y = toVoxel[4] * p[0] + toVoxel[5] * p[1] + toVoxel[6] * p[2] + toVoxel[7];
        double z = toVoxel[8] * p[0] + toVoxel[9] * p[1] + toVoxel[10] * p[2] + toVoxel[11];
        if (!(x >= 0 && y >= 0 && z >= 0)) {
            return;
        }
        int i = (int) x;
        int j = (int) y;
        int k = (int) z;
        if (i >= lattice.sizeI() - 1 || j >= lattice.sizeJ() - 1 || k >= lattice.sizeK() - 1) {
            return;
        }
        int row = lattice.sizeI();
        int n = i + row * (j + lattice.sizeJ() * k);
        int up = row * lattice.sizeJ();
        double u = x - i;
        double v = y - j;
        double w = z - k;
        for (int axis = 0; axis < 3; axis++) {
            float[] d = displacementMm[axis];
            double near = plane(d, n, row, u, v);
            p[axis] += near + w * (plane(d, n + up, row, u, v) - near);
        }
    }

    private static double plane(float[] d, int n, int row, double u, double v) {
        double near = d[n] + u * (d[n + 1] - d[n]);
        double far = d[n + row] + u * (d[n + row + 1] - d[n + row]);
        return near + v * (far - near);
    }

    /** The largest displacement in mm. */
    public double maximumMm() {
        double most = 0;
        for (int n = 0; n < lattice.voxelCount(); n++) {
            double squared = 0;
            for (int axis = 0; axis < 3; axis++) {
                squared += displacementMm[axis][n] * displacementMm[axis][n];
            }
            most = Math.max(most, squared);
        }
        return Math.sqrt(most);
    }

    /**
     * The least Jacobian determinant over the lattice's cells, each at its eight corners, where that of a trilinear map
     * of the cell has its extremes along edges.
     */
    public double minimumJacobian() {
        double least = 1;
        var steps = new double[9];
        for (int axis = 0; axis < 3; axis++) {
            Vec3 column = lattice.voxelToPatientLps().column(axis);
            steps[3 * axis] = column.x();
            steps[3 * axis + 1] = column.y();
            steps[3 * axis + 2] = column.z();
        }
        double cell = lattice.voxelToPatientLps().determinant();
        var edges = new double[9];
        for (int k = 0; k < lattice.sizeK(); k++) {
            for (int j = 0; j < lattice.sizeJ(); j++) {
                for (int i = 0; i < lattice.sizeI(); i++) {
                    for (int corner = 0; corner < 8; corner++) {
                        if (edge(i, 0, corner, i, j, k, steps, edges)
                                && edge(j, 1, corner >> 1, i, j, k, steps, edges)
                                && edge(k, 2, corner >> 2, i, j, k, steps, edges)) {
                            least = Math.min(least, determinant(edges) / cell);
                        }
                    }
                }
            }
        }
        return least;
    }

    /** Where the step along an axis to the next or the last lattice point is taken to; false if there is no such point. */
    private boolean edge(int at, int axis, int side, int i, int j, int k, double[] steps, double[] edges) {
        boolean onward = (side & 1) == 1;
        if (onward ? at == lattice.size(axis) - 1 : at == 0) {
            return false;
        }
        int stride = axis == 0 ? 1 : axis == 1 ? lattice.sizeI() : lattice.sizeI() * lattice.sizeJ();
        int from = lattice.index(i, j, k) - (onward ? 0 : stride);
        for (int component = 0; component < 3; component++) {
            float[] d = displacementMm[component];
            edges[3 * axis + component] = steps[3 * axis + component] + d[from + stride] - d[from];
        }
        return true;
    }

    private static double determinant(double[] m) {
        return m[0] * (m[4] * m[8] - m[5] * m[7])
                - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }
}
