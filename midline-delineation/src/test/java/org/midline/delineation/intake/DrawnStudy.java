package org.midline.delineation.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.dicom.MrAttributes;
import org.midline.dicom.MrSeries;
import org.midline.dicom.PatientStudy;
import org.midline.dicom.write.Color;
import org.midline.dicom.write.InterpretedType;
import org.midline.dicom.write.MrSeriesWriter;
import org.midline.dicom.write.RtStructureSetWriter;
import org.midline.dicom.write.SeededUid;
import org.midline.dicom.write.Structure;
import org.midline.dicom.write.StructureSetInfo;

/** A small DICOM study of nobody: a T2 in axial and a FLAIR in sagittal slices, a ball drawn on the T2. */
public final class DrawnStudy {
    public static final VoxelGrid T2 = VoxelGrid.axisAligned(32, 32, 16, 3, 3, 5);

    /** Covers the T2, with voxels of 4 mm. */
    static final VoxelGrid FLAIR = new VoxelGrid(
            24, 20, 24, new Affine(new Vec3(0, 4, 0), new Vec3(0, 0, -4), new Vec3(4, 0, 0), new Vec3(0, 0, 76)));

    private DrawnStudy() {}

    /** @param frame of reference of the FLAIR; that of the T2 is "frame" */
    public static void write(Path folder, String patient, String study, String roi, double radiusMm, String frame)
            throws IOException {
        var of = new PatientStudy(
                patient,
                "SYNTHETIC^" + patient,
                "",
                "O",
                SeededUid.of(patient + study),
                study,
                "2026010" + study,
                "120000",
                "",
                "",
                "");
        MrSeries t2 = series(folder.resolve("t2"), of, 1, "t2_tse", 4500, OptionalDouble.empty(), T2, "frame");
        series(folder.resolve("flair"), of, 2, "t2_flair", 9000, OptionalDouble.of(2500), FLAIR, frame);
        RtStructureSetWriter.write(
                folder.resolve("rs.dcm"),
                t2,
                List.of(new Structure(roi, InterpretedType.GTV, new Color(1, 2, 3), ball(T2, radiusMm), "")),
                new StructureSetInfo("S", "", "", "", "", "", LocalDateTime.of(2026, 1, 1, 12, 0)));
    }

    private static MrSeries series(
            Path folder,
            PatientStudy study,
            int number,
            String description,
            double repetitionMs,
            OptionalDouble inversionMs,
            VoxelGrid grid,
            String frame)
            throws IOException {
        var attributes = new MrAttributes(
                "MR",
                OptionalInt.of(number),
                description,
                description,
                "",
                List.of("ORIGINAL", "PRIMARY", "M"),
                inversionMs.isPresent() ? List.of("SE", "IR") : List.of("SE"),
                List.of("SK"),
                List.of(),
                "2D",
                OptionalDouble.of(repetitionMs),
                OptionalDouble.of(100),
                inversionMs,
                OptionalDouble.of(90),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                false,
                "",
                OptionalDouble.of(1.5),
                "",
                "BRAIN",
                "synthetic");
        var values = new float[grid.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = (n * 7 + study.patientId().hashCode() % 100) % 1000;
        }
        return MrSeriesWriter.write(
                folder,
                study,
                attributes,
                new Volume(grid, values),
                SeededUid.of(study.studyInstanceUid() + description),
                SeededUid.of(study.studyInstanceUid() + frame));
    }

    /** About the middle of the T2. */
    public static Mask ball(VoxelGrid grid, double radiusMm) {
        var inside = new boolean[grid.voxelCount()];
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++) {
                    Vec3 offset = grid.patientLps(i, j, k).minus(T2.centreLps());
                    inside[grid.index(i, j, k)] = offset.length() <= radiusMm;
                }
            }
        }
        return new Mask(grid, inside);
    }
}
