package org.midline.dicom.write;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.dicom.MrAttributes;
import org.midline.dicom.PatientStudy;

/** A made-up patient, and grids and shapes told by formulas. */
final class SyntheticStudy {
    static final String FRAME_OF_REFERENCE = SeededUid.of("write test frame");

    private SyntheticStudy() {}

    static PatientStudy patientStudy() {
        return new PatientStudy(
                "SYN-0001",
                "Synthetic^Zoë",
                "20180401",
                "O",
                SeededUid.of("write test study"),
                "S1",
                "20240102",
                "101112",
                "Synthetic brain",
                "A1",
                "");
    }

    static MrAttributes contrastEnhancedT1() {
        return attributes("T1C synthetic", List.of("SE"), 600, 12, OptionalDouble.empty(), "Gadolinium (synthetic)");
    }

    static MrAttributes flair() {
        return attributes("FLAIR synthetic", List.of("SE", "IR"), 9000, 120, OptionalDouble.of(2500), "");
    }

    private static MrAttributes attributes(
            String description,
            List<String> scanningSequence,
            double repetitionTimeMs,
            double echoTimeMs,
            OptionalDouble inversionTimeMs,
            String contrastBolusAgent) {
        return new MrAttributes(
                "MR",
                OptionalInt.of(3),
                description,
                "SYNTHETIC",
                "",
                List.of("ORIGINAL", "PRIMARY", "OTHER"),
                scanningSequence,
                List.of("SK", "OSP"),
                List.of("FS"),
                "2D",
                OptionalDouble.of(repetitionTimeMs),
                OptionalDouble.of(echoTimeMs),
                inversionTimeMs,
                OptionalDouble.of(90),
                OptionalInt.of(8),
                OptionalDouble.empty(),
                false,
                "",
                OptionalDouble.of(1.5),
                contrastBolusAgent,
                "BRAIN",
                "Synthetic");
    }

    /** Axial slices of 5 mm, 0.9 mm x 0.9 mm pixels. */
    static VoxelGrid axialThick() {
        return centred(96, 112, 20, new Vec3(0.9, 0, 0), new Vec3(0, 0.9, 0), new Vec3(0, 0, 5));
    }

    static VoxelGrid axial() {
        return centred(80, 96, 60, new Vec3(1.2, 0, 0), new Vec3(0, 1.1, 0), new Vec3(0, 0, 1.5));
    }

    /** Sagittal slices (rows to posterior, columns to inferior), turned by 8 and 14 degrees. */
    static VoxelGrid sagittalOblique() {
        Vec3 row = new Vec3(Math.sin(0.14), Math.cos(0.14), 0);
        Vec3 down = new Vec3(0, 0, -1)
                .times(Math.cos(0.25))
                .plus(new Vec3(Math.cos(0.14), -Math.sin(0.14), 0).times(Math.sin(0.25)));
        return centred(
                100, 90, 44, row.times(1), down.times(1.1), row.cross(down).times(2.2));
    }

    /** Near-axial slices tilted by 20 degrees about the left-right axis, as along the brainstem. */
    static VoxelGrid axialTilted() {
        Vec3 down = new Vec3(0, Math.cos(0.35), Math.sin(0.35));
        Vec3 row = new Vec3(1, 0, 0);
        return centred(88, 96, 40, row, down, row.cross(down).times(2.5));
    }

    static VoxelGrid centred(int sizeI, int sizeJ, int sizeK, Vec3 stepI, Vec3 stepJ, Vec3 stepK) {
        var grid = new VoxelGrid(sizeI, sizeJ, sizeK, new Affine(stepI, stepJ, stepK, new Vec3(0, 0, 0)));
        Vec3 centre = new Vec3(12.5, -31.25, 47.75);
        return new VoxelGrid(
                sizeI, sizeJ, sizeK, grid.voxelToPatientLps().withTranslation(centre.minus(grid.centreLps())));
    }

    /** An ellipsoid of half axes 26, 18, 22 mm along x, y, z, 4 mm off the grid's centre in each. */
    static Mask ellipsoid(VoxelGrid grid) {
        return shape(grid, offset -> radius(offset, 26, 18, 22) <= 1);
    }

    /** The ellipsoid with an ellipsoidal cavity, in it an island. */
    static Mask shell(VoxelGrid grid) {
        return shape(grid, offset -> {
            double outer = radius(offset, 26, 18, 22);
            double cavity = radius(offset, 16, 11, 15);
            double island = radius(offset, 7, 5, 8);
            return outer <= 1 && (cavity > 1 || island <= 1);
        });
    }

    static Volume image(VoxelGrid grid) {
        var values = new float[grid.voxelCount()];
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++) {
                    Vec3 point = grid.patientLps(i, j, k).minus(grid.centreLps());
                    values[grid.index(i, j, k)] = (float) (500 * Math.exp(-point.dot(point) / 2000) - 20);
                }
            }
        }
        return new Volume(grid, values);
    }

    private interface Region {
        boolean contains(Vec3 offsetMm);
    }

    private static Mask shape(VoxelGrid grid, Region region) {
        Vec3 centre = grid.centreLps().plus(new Vec3(4, 4, 4));
        var inside = new boolean[grid.voxelCount()];
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++) {
                    inside[grid.index(i, j, k)] =
                            region.contains(grid.patientLps(i, j, k).minus(centre));
                }
            }
        }
        return new Mask(grid, inside);
    }

    private static double radius(Vec3 offset, double a, double b, double c) {
        return Math.hypot(Math.hypot(offset.x() / a, offset.y() / b), offset.z() / c);
    }
}
