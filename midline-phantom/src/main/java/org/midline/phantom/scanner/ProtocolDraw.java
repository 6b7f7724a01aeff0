package org.midline.phantom.scanner;

import org.midline.core.Affine;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.scanner.Protocol.Plane;
import org.midline.phantom.signal.FieldStrength;
import org.midline.phantom.signal.PulseSequence;

/** Draws a protocol from a centre's plan for a series: places the slices on the head as a technician would. */
final class ProtocolDraw {
    /** A head from side to side, front to back, and from the vertex to the chin. */
    private static final Vec3 HEAD_MM = new Vec3(165, 212, 225);

    private static final double GAIN_AT_3_TESLA = 1.25;

    private ProtocolDraw() {}

    static Protocol draw(
            Sequence sequence,
            Visit visit,
            SeriesPlan series,
            ArtefactPlan artefacts,
            double offsetMm,
            Vec3 headCentreLps,
            Draw draw) {
        boolean volume = series.threeDimensional();
        Plane plane = series.planes().draw(draw);
        PulseSequence pulses = series.pulses().draw(draw);
        Affine turn = turn(plane, series.tiltDeg(), draw);
        boolean phaseAlongI = SeriesPlan.drawPhaseAlongI(plane, draw);
        double field = series.fieldOfViewMm().draw(draw);
        double pixel = field / series.matrix().draw(draw);
        double foldedMm = artefacts.wrapMm().draw(draw);
        double cutMm = artefacts.cutMm().draw(draw);
        double phaseField = foldedMm > 0
                ? Math.min(field, extentMm(plane, phaseAlongI) - foldedMm)
                : field * series.phaseFieldShare().draw(draw);
        double spacing = series.sliceSpacingMm().draw(draw);
        double covered = series.coverageMm().draw(draw) - cutMm;
        var offset = new Vec3(draw.normal(0, offsetMm), draw.normal(0, offsetMm), draw.normal(0, offsetMm));
        Vec3 cutOff = plane.axes()[2].times((draw.chance(0.5) ? 0.5 : -0.5) * cutMm);
        VoxelGrid grid = Protocol.grid(
                plane,
                turn,
                headCentreLps.plus(offset).plus(usualShift(plane)).plus(turn.applyToDirection(cutOff)),
                pixels(phaseAlongI ? phaseField : field, pixel),
                pixels(phaseAlongI ? field : phaseField, pixel),
                pixel,
                Math.max(4, (int) Math.ceil(covered / spacing)),
                spacing);
        double gain = visit.field() == FieldStrength.TESLA_3 ? GAIN_AT_3_TESLA : 1;
        return new Protocol(
                sequence,
                visit.field(),
                visit.vendor(),
                pulses,
                plane,
                volume,
                grid,
                spacing * (1 - series.gapShare().draw(draw)),
                phaseAlongI,
                gain * series.signalToNoise().drawLogUniform(draw),
                visit.vendor().draw(draw),
                artefacts.draw(sequence, pulses, volume, pixel, foldedMm, draw),
                visit.presentation(),
                series.describe(plane));
    }

    private static Affine turn(Plane plane, double tiltDeg, Draw draw) {
        double pitch = draw.normal(0, plane == Plane.SAGITTAL ? Math.min(2, tiltDeg) : tiltDeg);
        double roll = draw.normal(0, 2.5);
        double yaw = draw.normal(0, 2.5);
        return Affine.rotation(0, pitch).after(Affine.rotation(1, roll)).after(Affine.rotation(2, yaw));
    }

    /** Axial slices reach higher above the middle of the brain than below; others take in some of the neck. */
    private static Vec3 usualShift(Plane plane) {
        return plane == Plane.AXIAL ? new Vec3(0, 0, 7) : new Vec3(0, 0, 0);
    }

    private static double extentMm(Plane plane, boolean alongI) {
        Vec3 axis = plane.axes()[alongI ? 0 : 1];
        return Math.abs(axis.x()) * HEAD_MM.x() + Math.abs(axis.y()) * HEAD_MM.y() + Math.abs(axis.z()) * HEAD_MM.z();
    }

    /** A number of pixels as scanners have them: a multiple of eight. */
    private static int pixels(double fieldMm, double pixelMm) {
        return 8 * (int) Math.ceil(fieldMm / pixelMm / 8 - 1e-9);
    }
}
