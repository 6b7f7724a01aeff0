package org.midline.phantom.scanner;

import org.midline.core.Affine;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.scanner.Protocol.Plane;
import org.midline.phantom.signal.FieldStrength;
import org.midline.phantom.signal.PulseSequence;

/** Draws protocols as hospitals have them: thick axial slices, thin volumes, more or less tilted. */
public final class ProtocolDraw {
    private ProtocolDraw() {}

    public static Protocol draw(Sequence sequence, FieldStrength field, Vec3 headCentreLps, Draw draw) {
        boolean volume = draw.chance(
                switch (sequence) {
                    case T1C -> 0.6;
                    case T2 -> 0.12;
                    case FLAIR -> 0.3;
                });
        Plane plane = plane(sequence, volume, draw);
        Affine turn = turn(plane, volume, draw);
        var offset = new Vec3(draw.normal(0, 3), draw.normal(0, 4), draw.normal(0, 4));
        Vec3 centre = headCentreLps.plus(offset);
        VoxelGrid grid = volume ? thin(plane, turn, centre, draw) : thick(plane, turn, centre, draw);
        double spacing = grid.spacingMm(2);
        double thickness = volume ? spacing : spacing / draw.uniform(1.0, 1.2);
        double noise = (field == FieldStrength.TESLA_3 ? 1.25 : 1) * draw.logUniform(14, 45);
        return new Protocol(
                sequence,
                field,
                pulses(sequence, field, volume, draw),
                plane,
                volume,
                grid,
                thickness,
                noise,
                draw.uniform(0.03, 0.16),
                draw.logUniform(120, 900),
                description(sequence, plane, volume));
    }

    private static Plane plane(Sequence sequence, boolean volume, Draw draw) {
        if (volume) {
            return draw.chance(0.65) ? Plane.SAGITTAL : Plane.AXIAL;
        }
        return switch (sequence) {
            case T1C -> draw.choose(Plane.values(), 0.75, 0.15, 0.1);
            case T2, FLAIR -> draw.choose(Plane.values(), 0.9, 0.03, 0.07);
        };
    }

    private static Affine turn(Plane plane, boolean volume, Draw draw) {
        double most = volume ? 3 : 8;
        double pitch = draw.normal(0, plane == Plane.SAGITTAL ? 2 : most);
        double roll = draw.normal(0, 2.5);
        double yaw = draw.normal(0, 2.5);
        return Affine.rotation(0, pitch).after(Affine.rotation(1, roll)).after(Affine.rotation(2, yaw));
    }

    private static VoxelGrid thin(Plane plane, Affine turn, Vec3 centre, Draw draw) {
        double pixel = draw.uniform(0.94, 1.1);
        double spacing = draw.uniform(0.95, 1.2);
        if (plane == Plane.SAGITTAL) {
            int size = 8 * (int) Math.ceil(224 / pixel / 8);
            return Protocol.grid(plane, turn, centre, size, size, pixel, (int) Math.ceil(164 / spacing), spacing);
        }
        int rows = 8 * (int) Math.ceil(224 / pixel / 8);
        int columns = 8 * (int) Math.ceil(184 / pixel / 8);
        int slices = (int) Math.ceil(164 / spacing);
        return Protocol.grid(plane, turn, centre.plus(new Vec3(0, 0, 8)), columns, rows, pixel, slices, spacing);
    }

    private static VoxelGrid thick(Plane plane, Affine turn, Vec3 centre, Draw draw) {
        double spacing = draw.choose(0.7, 0.3) == 0 ? draw.uniform(3, 5.2) : draw.uniform(5.2, 6.6);
        int matrix = new int[] {256, 288, 320, 384}[draw.choose(0.45, 0.2, 0.25, 0.1)];
        double pixel = draw.uniform(215, 240) / matrix;
        double covered = switch (plane) {
            case AXIAL -> draw.uniform(142, 160);
            case SAGITTAL -> draw.uniform(120, 140);
            case CORONAL -> draw.uniform(160, 180);
        };
        Vec3 shift = plane == Plane.AXIAL ? new Vec3(0, 0, 10) : new Vec3(0, 0, 0);
        return Protocol.grid(
                plane, turn, centre.plus(shift), matrix, pixel, (int) Math.ceil(covered / spacing), spacing);
    }

    private static PulseSequence pulses(Sequence sequence, FieldStrength field, boolean volume, Draw draw) {
        boolean strong = field == FieldStrength.TESLA_3;
        return switch (sequence) {
            case T2 -> {
                double echo = draw.uniform(80, 115);
                yield new PulseSequence.FastSpinEcho(draw.uniform(3000, 6000), echo, 1.5 * echo, false);
            }
            case FLAIR -> {
                double repetition = strong ? draw.uniform(8500, 10000) : draw.uniform(7500, 9500);
                double inversion = PulseSequence.nullingInversionTimeMs(4200, repetition) * draw.uniform(0.95, 1.04);
                yield new PulseSequence.InversionRecovery(repetition, draw.uniform(90, 135), inversion, false);
            }
            case T1C -> {
                if (volume) {
                    yield new PulseSequence.Mprage(
                            draw.uniform(1800, 2300),
                            draw.uniform(2.2, 4.5),
                            draw.uniform(850, 1050),
                            draw.uniform(6.5, 8.5),
                            draw.uniform(8, 12),
                            176,
                            true);
                }
                double repetition = strong ? draw.uniform(550, 750) : draw.uniform(420, 620);
                yield new PulseSequence.SpinEcho(repetition, draw.uniform(8, 14), true);
            }
        };
    }

    private static String description(Sequence sequence, Plane plane, boolean volume) {
        String orientation = switch (plane) {
            case AXIAL -> "ax";
            case SAGITTAL -> "sag";
            case CORONAL -> "cor";
        };
        String kind = switch (sequence) {
            case T1C -> volume ? "t1_mprage_3d +C" : "t1_se +C";
            case T2 -> volume ? "t2_space_3d" : "t2_tse";
            case FLAIR -> volume ? "t2_flair_3d" : "t2_flair";
        };
        return kind + " " + orientation;
    }
}
