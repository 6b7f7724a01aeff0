package org.midline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.dicom.MrAttributes;
import org.midline.dicom.PatientStudy;
import org.midline.dicom.write.MrSeriesWriter;
import org.midline.dicom.write.SeededUid;

/** Small DICOM series of nobody. */
final class SmallStudy {
    private SmallStudy() {}

    static void writeT2(Path folder, String patient) throws IOException {
        write(folder, patient, 1, "t2_tse", 4500, 100, image());
    }

    /** As {@link #writeT2}, with voxels of half the size. */
    static void writeFineT2(Path folder, String patient) throws IOException {
        var grid = VoxelGrid.axisAligned(32, 32, 24, 2, 2, 2.5);
        write(folder, patient, 3, "t2_fine", 4500, 100, ramp(grid));
    }

    static void writePlainT1(Path folder, String patient) throws IOException {
        write(folder, patient, 2, "t1_se", 500, 10, image());
    }

    private static void write(
            Path folder,
            String patient,
            int number,
            String description,
            double repetitionMs,
            double echoMs,
            Volume image)
            throws IOException {
        var study = new PatientStudy(
                patient, "SYNTHETIC^" + patient, "", "O", SeededUid.of(patient), "1", "20260101", "120000", "", "", "");
        var attributes = new MrAttributes(
                "MR",
                OptionalInt.of(number),
                description,
                description,
                "",
                List.of("ORIGINAL", "PRIMARY", "M"),
                List.of("SE"),
                List.of("SK"),
                List.of(),
                "2D",
                OptionalDouble.of(repetitionMs),
                OptionalDouble.of(echoMs),
                OptionalDouble.empty(),
                OptionalDouble.of(90),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                false,
                "",
                OptionalDouble.of(1.5),
                "",
                "BRAIN",
                "synthetic");
        MrSeriesWriter.write(
                folder, study, attributes, image, SeededUid.of(patient + description), SeededUid.of(patient + "frame"));
    }

    /** A ramp, 64 mm x 64 mm x 60 mm. */
    static Volume image() {
        return ramp(VoxelGrid.axisAligned(32, 32, 12, 2, 2, 5));
    }

    private static Volume ramp(VoxelGrid grid) {
        var values = new float[grid.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = n % 1000;
        }
        return new Volume(grid, values);
    }
}
