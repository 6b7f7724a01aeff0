package org.midline.phantom.scanner;

import org.midline.core.Affine;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.signal.FieldStrength;
import org.midline.phantom.signal.PulseSequence;

/**
 * How one sequence of one patient is acquired.
 *
 * @param vendor whose scanner
 * @param grid slices along k
 * @param sliceThicknessMm of the excited slice; at most the slice spacing, the rest is gap
 * @param phaseAlongI whether the direction encoded by phase is i, else j
 * @param signalToNoise the reference's signal (white matter's) over the noise's standard deviation in each channel
 * @param intensity how signal becomes stored numbers
 * @param artefacts what is not the patient's
 * @param presentation what is done to the image afterwards
 * @param description as a scanner would name the series
 */
public record Protocol(
        Sequence sequence,
        FieldStrength field,
        Vendor vendor,
        PulseSequence pulses,
        Plane plane,
        boolean threeDimensional,
        VoxelGrid grid,
        double sliceThicknessMm,
        boolean phaseAlongI,
        double signalToNoise,
        IntensityScale intensity,
        Artefacts artefacts,
        Presentation presentation,
        String description) {

    /** Standard deviation of the logarithm of the coils' relative sensitivity over the head. */
    public double biasAmplitude() {
        return artefacts.bias().amplitude();
    }

    Frame frame() {
        return new Frame(grid.sizeI(), grid.sizeJ(), grid.sizeK(), phaseAlongI);
    }

    /** The plane that the slices lie near. */
    public enum Plane {
        AXIAL,
        SAGITTAL,
        CORONAL;

        /** Rows, columns and slices in LPS: i and j as radiologists view them. */
        Vec3[] axes() {
            return switch (this) {
                case AXIAL -> new Vec3[] {new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1)};
                case SAGITTAL -> new Vec3[] {new Vec3(0, 1, 0), new Vec3(0, 0, -1), new Vec3(-1, 0, 0)};
                case CORONAL -> new Vec3[] {new Vec3(1, 0, 0), new Vec3(0, 0, -1), new Vec3(0, 1, 0)};
            };
        }
    }

    /**
     * A grid about a centre.
     *
     * @param turn rotation of the plane away from the patient's axes
     */
    static VoxelGrid grid(
            Plane plane, Affine turn, Vec3 centreLps, int matrix, double pixelMm, int slices, double spacingMm) {
        return grid(plane, turn, centreLps, matrix, matrix, pixelMm, slices, spacingMm);
    }

    static VoxelGrid grid(
            Plane plane,
            Affine turn,
            Vec3 centreLps,
            int columns,
            int rows,
            double pixelMm,
            int slices,
            double spacingMm) {
        Vec3[] axes = plane.axes();
        Vec3 i = turn.applyToDirection(axes[0]).times(pixelMm);
        Vec3 j = turn.applyToDirection(axes[1]).times(pixelMm);
        Vec3 k = turn.applyToDirection(axes[2]).times(spacingMm);
        Vec3 corner = centreLps
                .minus(i.times((columns - 1) / 2.0))
                .minus(j.times((rows - 1) / 2.0))
                .minus(k.times((slices - 1) / 2.0));
        return new VoxelGrid(columns, rows, slices, new Affine(i, j, k, corner));
    }
}
