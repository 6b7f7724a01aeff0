package org.midline.dicom.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.midline.core.VoxelGrid;

/** What programs that know nothing of Midline make of its structure sets. */
class ForeignRoundTripTest {
    @TempDir
    Path folder;

    enum Acquisition {
        AXIAL,
        AXIAL_5_MM,
        AXIAL_TILTED,
        SAGITTAL_OBLIQUE;

        VoxelGrid grid() {
            return switch (this) {
                case AXIAL -> SyntheticStudy.axial();
                case AXIAL_5_MM -> SyntheticStudy.axialThick();
                case AXIAL_TILTED -> SyntheticStudy.axialTilted();
                case SAGITTAL_OBLIQUE -> SyntheticStudy.sagittalOblique();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void dciodvfyFindsNoErrors(Acquisition acquisition) throws Exception {
        var dciodvfy = ForeignProgram.orSkip("dciodvfy");
        var files = StructureSetFiles.write(folder, acquisition.grid(), HoleEncoding.KEYHOLE);
        var outcome = dciodvfy.run(files.structureSet());
        assertThat(outcome.output()).contains("RTStructureSet");
        assertThat(outcome.lines("Error")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void plastimatchGivesTheMasksBack(Acquisition acquisition) throws Exception {
        var plastimatch = ForeignProgram.orSkip("plastimatch");
        var files = StructureSetFiles.write(folder, acquisition.grid(), HoleEncoding.KEYHOLE);
        var outcome = plastimatch.run(
                "convert",
                "--input",
                files.structureSet(),
                "--referenced-ct",
                files.seriesFolder(),
                "--output-prefix",
                folder.resolve("masks"),
                "--prefix-format",
                "mha",
                "--output-ss-img",
                folder.resolve("all.mha"));
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(folder.resolve("all.mha")).exists();
        for (Structure structure : files.structures()) {
            byte[] filled = metaImage(folder.resolve("masks").resolve(structure.name() + ".mha"), acquisition.grid());
            assertThat(StructureSetFiles.dice(structure.mask(), filled))
                    .as(structure.name())
                    .isGreaterThanOrEqualTo(0.98);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pydicomAndEvenOddFillGiveTheMasksBack(Acquisition acquisition) throws Exception {
        var python = pythonWithPydicomOrSkip();
        Path script = folder.resolve("fill_contours.py");
        try (InputStream in = ForeignRoundTripTest.class.getResourceAsStream("fill_contours.py")) {
            Files.copy(in, script);
        }
        for (HoleEncoding holes : HoleEncoding.values()) {
            var files = StructureSetFiles.write(folder.resolve(holes.name()), acquisition.grid(), holes);
            for (Structure structure : files.structures()) {
                Path output = folder.resolve("filled.raw");
                var outcome = python.run(script, files.structureSet(), files.seriesFolder(), structure.name(), output);
                assertThat(outcome.exitCode()).as(outcome.output()).isZero();
                assertThat(StructureSetFiles.dice(structure.mask(), Files.readAllBytes(output)))
                        .as(structure.name())
                        .isEqualTo(1);
            }
        }
    }

    /** Debian's Python first: its package python3-pydicom belongs to it. */
    private static ForeignProgram pythonWithPydicomOrSkip() throws IOException, InterruptedException {
        Path debian = Path.of("/usr/bin/python3");
        var python = Files.isExecutable(debian) ? new ForeignProgram(debian) : ForeignProgram.orSkip("python3");
        assumeTrue(python.run("-c", "import pydicom").exitCode() == 0, "Skipped: python3 without pydicom");
        return python;
    }

    /** One byte per voxel of a MetaImage, which must lie on the grid. */
    private static byte[] metaImage(Path file, VoxelGrid grid) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String marker = "ElementDataFile = LOCAL\n";
        int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(marker) + marker.length();
        Map<String, String> header = new String(bytes, 0, data, StandardCharsets.ISO_8859_1)
                .lines()
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        assertThat(header)
                .containsEntry("DimSize", "%d %d %d".formatted(grid.sizeI(), grid.sizeJ(), grid.sizeK()))
                .containsEntry("ElementType", "MET_UCHAR");
        String[] offset = header.get("Offset").split(" ", -1);
        for (int axis = 0; axis < 3; axis++) {
            assertThat(Double.parseDouble(offset[axis]))
                    .isCloseTo(grid.patientLps(0, 0, 0).component(axis), within(1e-3));
        }
        try (InputStream in = new ByteArrayInputStream(bytes, data, bytes.length - data)) {
            boolean compressed = header.getOrDefault("CompressedData", "False").equals("True");
            return (compressed ? new InflaterInputStream(in) : in).readAllBytes();
        }
    }
}
