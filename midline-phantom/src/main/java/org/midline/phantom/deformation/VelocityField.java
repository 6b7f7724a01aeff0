package org.midline.phantom.deformation;

import org.midline.core.Affine;
import org.midline.core.VoxelGrid;

/**
 * A stationary velocity field on a lattice, 0 beyond it. Following it for some time gives a map that is one to one, as
 * far as the lattice resolves it; following it backwards gives the inverse.
 *
 * <p>The flow is found by scaling and squaring (Arsigny, Commowick, Pennec and Ayache, A log-Euclidean framework for
 * statistics on diffeomorphisms, MICCAI 2006).
 */
public final class VelocityField {
    /** The longest first step, as a share of the lattice's finest spacing. */
    private static final double FIRST_STEP = 0.1;

    private final VoxelGrid lattice;
    private final float[][] velocityMm;

    /**
     * @param lattice at least two points along each axis
     * @param velocityMm the patient x, y and z components, in mm per unit of time, at the lattice's points, i fastest;
     *     kept, not copied; 0 on the lattice's border for a flow that is continuous there
     */
    public VelocityField(VoxelGrid lattice, float[][] velocityMm) {
        this.lattice = lattice;
        this.velocityMm = velocityMm;
    }

    /** The flow after a time; {@code flow(-t)} undoes {@code flow(t)} but for the error of interpolation. */
    public Deformation flow(double time) {
        double finest = Math.min(lattice.spacingMm(0), Math.min(lattice.spacingMm(1), lattice.spacingMm(2)));
        double longest = new Deformation(lattice, velocityMm).maximumMm() * Math.abs(time);
        int squarings = 0;
        while (longest > FIRST_STEP * finest) {
            longest /= 2;
            squarings++;
        }
        double scale = time / (1 << squarings);
        var step = new float[3][lattice.voxelCount()];
        for (int axis = 0; axis < 3; axis++) {
            for (int n = 0; n < step[axis].length; n++) {
                step[axis][n] = (float) (scale * velocityMm[axis][n]);
            }
        }
        var flow = new Deformation(lattice, step);
        for (int n = 0; n < squarings; n++) {
            flow = twice(flow);
        }
        return flow;
    }

    private Deformation twice(Deformation map) {
        var twice = new float[3][lattice.voxelCount()];
        Affine toPatient = lattice.voxelToPatientLps();
        double[] step = {
            toPatient.columnI().x(),
            toPatient.columnI().y(),
            toPatient.columnI().z()
        };
        var moved = new double[3];
        int n = 0;
        for (int k = 0; k < lattice.sizeK(); k++) {
            for (int j = 0; j < lattice.sizeJ(); j++) {
                var first = toPatient.apply(0, j, k);
                double[] start = {first.x(), first.y(), first.z()};
                for (int i = 0; i < lattice.sizeI(); i++, n++) {
                    for (int axis = 0; axis < 3; axis++) {
                        moved[axis] = start[axis] + i * step[axis] + map.displacementMm(axis)[n];
                    }
                    map.apply(moved);
                    for (int axis = 0; axis < 3; axis++) {
                        twice[axis][n] = (float) (moved[axis] - start[axis] - i * step[axis]);
                    }
                }
            }
        }
        return new Deformation(lattice, twice);
    }
}
