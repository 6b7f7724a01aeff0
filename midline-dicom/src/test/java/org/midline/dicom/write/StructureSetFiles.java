package org.midline.dicom.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.dicom.MrSeries;

/** A synthetic series in a folder and a structure set that refers to it. */
record StructureSetFiles(Path seriesFolder, Path structureSet, MrSeries series, List<Structure> structures) {
    static final StructureSetInfo INFO = new StructureSetInfo(
            "MIDLINE",
            "Midline proposal",
            "Made for a test.",
            "0.0.1",
            "test-model",
            "0123456789abcdef".repeat(4),
            LocalDateTime.of(2026, 1, 2, 3, 4, 5));

    static StructureSetFiles write(Path folder, VoxelGrid grid, HoleEncoding holes) throws IOException {
        MrSeries series = series(folder.resolve("mr"), grid);
        List<Structure> structures = List.of(
                structure("GTV", InterpretedType.GTV, SyntheticStudy.ellipsoid(grid)),
                structure("Shell", InterpretedType.ORGAN, SyntheticStudy.shell(grid)));
        Path structureSet = folder.resolve("rtstruct.dcm");
        RtStructureSetWriter.write(structureSet, series, structures, INFO, holes);
        return new StructureSetFiles(folder.resolve("mr"), structureSet, series, structures);
    }

    static MrSeries series(Path folder, VoxelGrid grid) throws IOException {
        return MrSeriesWriter.write(
                folder,
                SyntheticStudy.patientStudy(),
                SyntheticStudy.flair(),
                SyntheticStudy.image(grid),
                SeededUid.of("structure set test series"),
                SyntheticStudy.FRAME_OF_REFERENCE);
    }

    static Structure structure(String name, InterpretedType type, Mask mask) {
        return new Structure(name, type, new Color(255, 128, 0), mask, "Synthetic " + name);
    }

    /** 2 |A and B| / (|A| + |B|) */
    static double dice(Mask mask, byte[] other) {
        int both = 0;
        int sum = 0;
        for (int n = 0; n < other.length; n++) {
            boolean in = mask.inside()[n];
            boolean otherIn = other[n] != 0;
            both += in && otherIn ? 2 : 0;
            sum += (in ? 1 : 0) + (otherIn ? 1 : 0);
        }
        return (double) both / sum;
    }
}
