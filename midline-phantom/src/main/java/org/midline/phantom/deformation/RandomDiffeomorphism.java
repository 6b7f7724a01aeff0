package org.midline.phantom.deformation;

import java.util.List;
import org.midline.core.Affine;
import org.midline.core.VoxelGrid;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/** Smooth one-to-one maps drawn at random: the flow of a random velocity field, see {@link VelocityField}. */
public final class RandomDiffeomorphism {
    /** Distance between the points of the lattice. */
    private static final double SPACING_MM = 4;
    /** Over this distance beyond the region the map fades to the identity. */
    private static final double FADE_MM = 24;
    /** Volumes shrink to no less than this. */
    private static final double LEAST_JACOBIAN = 0.1;

    private static final int BLUR_PASSES = 3;

    private RandomDiffeomorphism() {}

    /**
     * One kind of unevenness.
     *
     * @param correlationMm distance over which the correlation falls to 1/e
     * @param amplitudeMm standard deviation of each component of the displacement, about
     */
    public record Range(double correlationMm, double amplitudeMm) {}

    /**
     * A map whose Jacobian determinant is above {@value #LEAST_JACOBIAN} everywhere; where the amplitudes asked for
     * would break that, they are halved until it holds. Its inverse is {@code draw(...).flow(-1)} of the velocity, see
     * {@link #velocity}.
     *
     * @param region where the map is at full strength, in any orientation
     */
    public static Deformation draw(VoxelGrid region, List<Range> ranges, Draw draw) {
        return velocity(region, ranges, draw).flow(1);
    }

    /** The velocity of such a map: {@code flow(1)} is the map, {@code flow(-1)} its inverse. */
    public static VelocityField velocity(VoxelGrid region, List<Range> ranges, Draw draw) {
        VoxelGrid lattice = lattice(region);
        var velocity = new float[3][lattice.voxelCount()];
        for (Range range : ranges) {
            for (int axis = 0; axis < 3; axis++) {
                add(velocity[axis], lattice, range, draw);
            }
        }
        while (true) {
            var field = new VelocityField(lattice, velocity);
            if (field.flow(1).minimumJacobian() > LEAST_JACOBIAN) {
                return field;
            }
            velocity = halved(velocity);
        }
    }

    /** White noise under a Gaussian of deviation s is correlated as exp(-(d / 2s)^2). */
    private static void add(float[] component, VoxelGrid lattice, Range range, Draw draw) {
        double deviationMm = range.correlationMm() / 2;
        var noise = new NoiseField(draw, deviationMm / Math.sqrt(BLUR_PASSES / 2.0), BLUR_PASSES);
        int n = 0;
        for (int k = 0; k < lattice.sizeK(); k++) {
            double fadeK = fade(k, lattice.sizeK());
            for (int j = 0; j < lattice.sizeJ(); j++) {
                double fadeJK = fadeK * fade(j, lattice.sizeJ());
                for (int i = 0; i < lattice.sizeI(); i++, n++) {
                    double strength = fadeJK * fade(i, lattice.sizeI()) * range.amplitudeMm();
                    component[n] += (float) (strength * noise.at(i * SPACING_MM, j * SPACING_MM, k * SPACING_MM));
                }
            }
        }
    }

    /** 0 on the border, 1 within the region, smooth between. */
    private static double fade(int at, int size) {
        double t = Math.min(1, Math.min(at, size - 1 - at) * SPACING_MM / FADE_MM);
        return t * t * (3 - 2 * t);
    }

    private static VoxelGrid lattice(VoxelGrid region) {
        var size = new int[3];
        var start = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double extent = (region.size(axis) - 1) * region.spacingMm(axis);
            size[axis] = (int) Math.ceil((extent + 2 * FADE_MM) / SPACING_MM) + 1;
            start[axis] = (extent - (size[axis] - 1) * SPACING_MM) / 2 / region.spacingMm(axis);
        }
        Affine toPatient = region.voxelToPatientLps();
        var placed = new Affine(
                toPatient.columnI().unit().times(SPACING_MM),
                toPatient.columnJ().unit().times(SPACING_MM),
                toPatient.columnK().unit().times(SPACING_MM),
                toPatient.apply(start[0], start[1], start[2]));
        return new VoxelGrid(size[0], size[1], size[2], placed);
    }

    private static float[][] halved(float[][] values) {
        var half = new float[values.length][];
        for (int axis = 0; axis < values.length; axis++) {
            half[axis] = values[axis].clone();
            for (int n = 0; n < half[axis].length; n++) {
                half[axis][n] *= 0.5f;
            }
        }
        return half;
    }
}
