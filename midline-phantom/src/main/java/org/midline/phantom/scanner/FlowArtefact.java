package org.midline.phantom.scanner;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/**
 * What moving blood and fluid do to an image. Strengths are relative to the contrast's reference.
 *
 * @param vesselGhosts of pulsating vessels along the phase direction, strongest first
 * @param ghostShift between ghosts, as a share of the field of view
 * @param inflow how much brighter blood is in the first slice that it enters, fading within a few slices
 * @param fluid of cerebrospinal fluid that moves in front of the pons, in the fourth ventricle and in the aqueduct: above
 *     0 it is brighter, as in FLAIR; below 0 it loses that share of its signal, as on T2
 */
record FlowArtefact(double vesselGhosts, double ghostShift, double inflow, double fluid) {
    static final FlowArtefact NONE = new FlowArtefact(0, 0, 0, 0);

    private static final int GHOSTS = 4;
    private static final double SLICES_TO_FADE = 1.3;
    private static final double BRISK_MM = 11;
    private static final Vec3[] BRISK = {new Vec3(0, 6, -34), new Vec3(0, 42, -38), new Vec3(0, 37, -8)};

    boolean touchesVessels() {
        return vesselGhosts != 0 || inflow != 0;
    }

    /** Adds the ghosts of vessels, alternately in and out of phase. */
    void addGhosts(float[] vessels, double reference, float[] values, Frame frame) {
        if (vesselGhosts == 0) {
            return;
        }
        int pixels = Math.max(1, (int) Math.round(ghostShift * frame.phaseSize()));
        for (int k = 0; k < frame.sizeK(); k++) {
            for (int order = 1; order <= GHOSTS; order++) {
                double sign = (order + k) % 2 == 0 ? 1 : -0.7;
                float weight = (float) (sign * vesselGhosts * reference / order);
                frame.addShifted(vessels, values, k, order * pixels, weight);
                frame.addShifted(vessels, values, k, -order * pixels, weight);
            }
        }
    }

    /** Brightens blood in the slices at the entering end. */
    void addInflow(float[] vessels, double reference, float[] values, VoxelGrid grid) {
        if (inflow == 0) {
            return;
        }
        boolean fromFirst = grid.voxelToPatientLps().columnK().z() > 0;
        int perSlice = grid.sizeI() * grid.sizeJ();
        for (int n = 0; n < values.length; n++) {
            int k = n / perSlice;
            int depth = fromFirst ? k : grid.sizeK() - 1 - k;
            values[n] += (float) (vessels[n] * inflow * reference * Math.exp(-depth / SLICES_TO_FADE));
        }
    }

    /** Changes the signal of moving fluid. */
    void addFluid(float[] fluidShare, double reference, float[] values, VoxelGrid grid, Affine patientToStandard) {
        Affine toStandard = patientToStandard.after(grid.voxelToPatientLps());
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (fluidShare[n] > 0) {
                        double moved = fluidShare[n] * briskness(toStandard.apply(i, j, k)) * fluid;
                        values[n] += (float) (moved > 0 ? moved * reference : moved * values[n]);
                    }
                }
            }
        }
    }

    /** 1 where fluid moves most, 0 far from there. */
    private static double briskness(Vec3 standardMm) {
        double most = 0;
        for (Vec3 place : BRISK) {
            Vec3 away = standardMm.minus(place);
            most = Math.max(most, Math.exp(-away.dot(away) / (2 * BRISK_MM * BRISK_MM)));
        }
        return most;
    }
}
