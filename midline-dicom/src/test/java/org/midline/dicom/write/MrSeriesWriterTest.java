package org.midline.dicom.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midline.core.Affine;
import org.midline.core.InputRefusedException;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.dicom.MrAttributes;
import org.midline.dicom.MrSeries;

class MrSeriesWriterTest {
    @TempDir
    Path folder;

    @Test
    void geometryAndValuesComeBackFromTheAttributes() throws IOException {
        Volume volume = SyntheticStudy.image(SyntheticStudy.sagittalOblique());
        MrSeries series = write(folder, volume);
        VoxelGrid grid = volume.grid();
        assertThat(series.slices()).hasSize(grid.sizeK());
        for (int k : List.of(0, 17, grid.sizeK() - 1)) {
            Attributes slice = read(folder.resolve("mr_%04d.dcm".formatted(k + 1)));
            assertThat(slice.getString(Tag.SOPInstanceUID))
                    .isEqualTo(series.slices().get(k).sopInstanceUid());
            double[] orientation = slice.getDoubles(Tag.ImageOrientationPatient);
            double[] spacing = slice.getDoubles(Tag.PixelSpacing);
            double[] position = slice.getDoubles(Tag.ImagePositionPatient);
            assertThat(slice.getInt(Tag.Rows, 0)).isEqualTo(grid.sizeJ());
            assertThat(slice.getInt(Tag.Columns, 0)).isEqualTo(grid.sizeI());
            Vec3 corner = new Vec3(position[0], position[1], position[2])
                    .plus(new Vec3(orientation[0], orientation[1], orientation[2])
                            .times(spacing[1] * (grid.sizeI() - 1)))
                    .plus(new Vec3(orientation[3], orientation[4], orientation[5])
                            .times(spacing[0] * (grid.sizeJ() - 1)));
            Vec3 expected = grid.patientLps(grid.sizeI() - 1, grid.sizeJ() - 1, k);
            assertThat(corner.minus(expected).length()).isLessThan(1e-8);

            byte[] pixels = slice.getSafeBytes(Tag.PixelData);
            double slope = slice.getDouble(Tag.RescaleSlope, 0);
            double intercept = slice.getDouble(Tag.RescaleIntercept, 0);
            int n = 31 * grid.sizeI() + 57;
            int stored = (pixels[2 * n] & 0xff) | (pixels[2 * n + 1] & 0xff) << 8;
            assertThat(slope * stored + intercept).isCloseTo(volume.at(57, 31, k), within(slope / 2 + 1e-4));
        }
    }

    @Test
    void attributesAreCarried() throws IOException {
        write(folder, SyntheticStudy.image(SyntheticStudy.axialThick()));
        Attributes slice = read(folder.resolve("mr_0001.dcm"));
        assertThat(slice.getString(Tag.PatientName)).isEqualTo("Synthetic^Zoë");
        assertThat(slice.getString(Tag.ContrastBolusAgent)).isEqualTo("Gadolinium (synthetic)");
        assertThat(slice.getDouble(Tag.RepetitionTime, 0)).isEqualTo(600);
        assertThat(slice.getString(Tag.SliceThickness)).isEqualTo("5");
        assertThat(slice.contains(Tag.InversionTime)).isFalse();
    }

    @Test
    void wholeNumbersAreStoredExactly() throws IOException {
        var grid = VoxelGrid.axisAligned(3, 1, 1, 1, 1, 1);
        write(folder, new Volume(grid, new float[] {-7, 0, 4095}));
        Attributes slice = read(folder.resolve("mr_0001.dcm"));
        assertThat(slice.getString(Tag.RescaleSlope)).isEqualTo("1");
        assertThat(slice.getString(Tag.RescaleIntercept)).isEqualTo("-7");
        assertThat(slice.getSafeBytes(Tag.PixelData)).containsExactly(0, 0, 7, 0, 6, 16);
    }

    @Test
    void sameArgumentsGiveSameBytes() throws IOException {
        Volume volume = SyntheticStudy.image(SyntheticStudy.axialThick());
        write(folder.resolve("a"), volume);
        write(folder.resolve("b"), volume);
        try (var files = Files.list(folder.resolve("a"))) {
            List<Path> written = files.toList();
            assertThat(written).hasSize(volume.grid().sizeK());
            for (Path file : written) {
                assertThat(folder.resolve("b").resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void leftHandedGridIsWrittenInReverse() throws IOException {
        var leftHanded = new VoxelGrid(
                2, 1, 3, new Affine(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -2), new Vec3(5, 6, 7)));
        MrSeries series = write(folder, new Volume(leftHanded, new float[] {1, 2, 3, 4, 5, 6}));
        assertThat(series.volume().values()).containsExactly(5, 6, 3, 4, 1, 2);
        assertThat(series.volume().grid().patientLps(0, 0, 0)).isEqualTo(new Vec3(5, 6, 3));
        assertThat(read(folder.resolve("mr_0003.dcm")).getDoubles(Tag.ImagePositionPatient))
                .containsExactly(5, 6, 7);
    }

    @Test
    void refusesShearAndLeavesNothing() {
        var sheared = new VoxelGrid(
                2, 2, 2, new Affine(new Vec3(1, 0, 0), new Vec3(0.1, 1, 0), new Vec3(0, 0, 1), new Vec3(0, 0, 0)));
        assertThatThrownBy(() -> write(folder, new Volume(sheared, new float[8])))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("sheared");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesValuesThatAreNotFinite() {
        var grid = VoxelGrid.axisAligned(1, 1, 1, 1, 1, 1);
        assertThatThrownBy(() -> write(folder, new Volume(grid, new float[] {Float.NaN})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mr_0001.dcm", "mr_0020.dcm"})
    void dciodvfyFindsNoErrors(String name) throws Exception {
        var dciodvfy = ForeignProgram.orSkip("dciodvfy");
        for (MrAttributes attributes : List.of(SyntheticStudy.contrastEnhancedT1(), SyntheticStudy.flair())) {
            MrSeriesWriter.write(
                    folder,
                    SyntheticStudy.patientStudy(),
                    attributes,
                    SyntheticStudy.image(SyntheticStudy.sagittalOblique()),
                    SeededUid.of("series"),
                    SyntheticStudy.FRAME_OF_REFERENCE);
            var outcome = dciodvfy.run(folder.resolve(name));
            assertThat(outcome.output()).contains("MRImage");
            assertThat(outcome.lines("Error")).isEmpty();
        }
    }

    private static MrSeries write(Path folder, Volume volume) throws IOException {
        return MrSeriesWriter.write(
                folder,
                SyntheticStudy.patientStudy(),
                SyntheticStudy.contrastEnhancedT1(),
                volume,
                SeededUid.of("series"),
                SyntheticStudy.FRAME_OF_REFERENCE);
    }

    private static Attributes read(Path file) throws IOException {
        try (var in = new ImageInputStream(file.toFile())) {
            Attributes meta = in.readFileMetaInformation();
            assertThat(meta.getString(Tag.ImplementationVersionName)).startsWith("MIDLINE_");
            return in.readDataset(-1, -1);
        }
    }
}
