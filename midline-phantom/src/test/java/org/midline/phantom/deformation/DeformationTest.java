package org.midline.phantom.deformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

class DeformationTest {
    private static final VoxelGrid LATTICE = new VoxelGrid(
            7, 8, 9, new Affine(new Vec3(0, 3, 0), new Vec3(-2, 0, 0), new Vec3(0, 0, 2.5), new Vec3(8, -9, -10)));

    /** Displacements {@code A p} on the lattice. */
    private static Deformation linear(double[][] a) {
        var displacement = new float[3][LATTICE.voxelCount()];
        int n = 0;
        for (int k = 0; k < LATTICE.sizeK(); k++) {
            for (int j = 0; j < LATTICE.sizeJ(); j++) {
                for (int i = 0; i < LATTICE.sizeI(); i++, n++) {
                    Vec3 p = LATTICE.patientLps(i, j, k);
                    for (int axis = 0; axis < 3; axis++) {
                        displacement[axis][n] = (float) (a[axis][0] * p.x() + a[axis][1] * p.y() + a[axis][2] * p.z());
                    }
                }
            }
        }
        return new Deformation(LATTICE, displacement);
    }

    @Test
    void aLinearMapIsReproducedBetweenThePointsOfATurnedLattice() {
        var map = linear(new double[][] {{0.1, 0.2, 0}, {0, -0.1, 0.05}, {0.03, 0, 0.2}});
        double[] point = {1.3, -2.7, 4.1};
        map.apply(point);
        assertThat(point[0]).isCloseTo(1.3 + 0.13 - 0.54, within(1e-5));
        assertThat(point[1]).isCloseTo(-2.7 + 0.27 + 0.205, within(1e-5));
        assertThat(point[2]).isCloseTo(4.1 + 0.039 + 0.82, within(1e-5));
    }

    @Test
    void theJacobianOfALinearMapIsItsDeterminant() {
        var map = linear(new double[][] {{-0.3, 0.2, 0}, {0, -0.2, 0.05}, {0.03, 0, -0.1}});
        double expected = 0.7 * (0.8 * 0.9) + 0.2 * 0.05 * 0.03;
        assertThat(map.minimumJacobian()).isCloseTo(expected, within(1e-5));
    }

    @Test
    void foldingIsSeen() {
        assertThat(linear(new double[][] {{-1.2, 0, 0}, {0, 0, 0}, {0, 0, 0}}).minimumJacobian())
                .isNegative();
    }

    @Test
    void nothingMovesOutsideTheLattice() {
        double[] point = {100, 0, 0};
        linear(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}).apply(point);
        assertThat(point).containsExactly(100, 0, 0);
    }
}
