package org.midline.phantom.head.real;

import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.DistanceTransform;
import org.midline.phantom.deformation.Deformation;
import org.midline.phantom.deformation.VelocityField;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;

/**
 * Hydrocephalus above the aqueduct: the walls of the lateral and third ventricles move outwards, the white matter gives
 * way, the more the nearer it is. Distances are chosen for this phantom.
 */
final class WideVentricles {
    private static final int SPACING_MM = 4;
    /** Over this distance from the wall the push fades. */
    private static final double REACH_MM = 13;
    /** What lies lower belongs to the fourth ventricle and the aqueduct; z in the standard frame. */
    private static final double LOWEST_STANDARD_Z = -12;

    private static final double LEAST_JACOBIAN = 0.02;
    private static final int BLUR_PASSES = 2;

    private WideVentricles() {}

    /** From the wide ventricles to those of the anatomy, in its patient LPS mm. */
    static Deformation draw(Anatomy anatomy, Draw draw) {
        double wallMm = draw.uniform(7, 12);
        VoxelGrid grid = anatomy.grid();
        var size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            size[axis] = (int) Math.ceil((grid.size(axis) - 1) / (double) SPACING_MM) + 1;
        }
        var lattice = new VoxelGrid(
                size[0],
                size[1],
                size[2],
                Affine.scaling(SPACING_MM, SPACING_MM, SPACING_MM)
                        .withTranslation(grid.voxelToPatientLps().translation()));
        float[] signedMm = signedMm(anatomy);
        while (true) {
            Deformation flow = new VelocityField(lattice, velocity(signedMm, grid, lattice, wallMm)).flow(1);
            if (flow.minimumJacobian() > LEAST_JACOBIAN) {
                return flow;
            }
            wallMm *= 0.8;
        }
    }

    /** Distance to the ventricles' wall, negative within. */
    private static float[] signedMm(Anatomy anatomy) {
        VoxelGrid grid = anatomy.grid();
        byte[] tissueOfCode = Anatomy.tissueOfCode(0);
        Affine toStandard = anatomy.frame()
                .uprightToStandard()
                .after(anatomy.frame().sourceToUpright())
                .after(grid.voxelToPatientLps());
        var inside = new boolean[anatomy.codes().length];
        var outside = new boolean[inside.length];
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    Tissue tissue = Tissue.of(tissueOfCode[anatomy.codes()[n] & 0xff]);
                    inside[n] = (tissue == Tissue.VENTRICLE || tissue == Tissue.CHOROID_PLEXUS)
                            && toStandard.apply(i, j, k).z() > LOWEST_STANDARD_Z;
                    outside[n] = !inside[n];
                }
            }
        }
        float[] signed = DistanceTransform.squaredMm(new Mask(grid, inside));
        float[] within = DistanceTransform.squaredMm(new Mask(grid, outside));
        for (int m = 0; m < signed.length; m++) {
            signed[m] = (float) (Math.sqrt(signed[m]) - Math.sqrt(within[m]));
        }
        return signed;
    }

    /** Towards the ventricles, of {@code wallMm} at their wall. */
    private static float[][] velocity(float[] signedMm, VoxelGrid grid, VoxelGrid lattice, double wallMm) {
        var velocity = new float[3][lattice.voxelCount()];
        int half = SPACING_MM / 2;
        int[] strides = {1, grid.sizeI(), grid.sizeI() * grid.sizeJ()};
        for (int k = 1; k < lattice.sizeK() - 2; k++) {
            for (int j = 1; j < lattice.sizeJ() - 2; j++) {
                for (int i = 1; i < lattice.sizeI() - 2; i++) {
                    int n = grid.index(SPACING_MM * i, SPACING_MM * j, SPACING_MM * k);
                    var slope = new Vec3(
                            signedMm[n + half] - signedMm[n - half],
                            signedMm[n + half * strides[1]] - signedMm[n - half * strides[1]],
                            signedMm[n + half * strides[2]] - signedMm[n - half * strides[2]]);
                    double far = Math.max(0, signedMm[n]) / REACH_MM;
                    double speed = -wallMm * Math.exp(-far * far) / SPACING_MM;
                    int at = lattice.index(i, j, k);
                    velocity[0][at] = (float) (speed * slope.x());
                    velocity[1][at] = (float) (speed * slope.y());
                    velocity[2][at] = (float) (speed * slope.z());
                }
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            for (int pass = 0; pass < BLUR_PASSES; pass++) {
                for (int stride : new int[] {1, lattice.sizeI(), lattice.sizeI() * lattice.sizeJ()}) {
                    velocity[axis] = blurred(velocity[axis], stride);
                }
            }
        }
        return velocity;
    }

    private static float[] blurred(float[] values, int stride) {
        var result = new float[values.length];
        for (int n = stride; n < values.length - stride; n++) {
            result[n] = 0.5f * values[n] + 0.25f * (values[n - stride] + values[n + stride]);
        }
        return result;
    }
}
