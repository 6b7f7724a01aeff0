package org.midline.core.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midline.core.Affine;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

class NiftiRoundTripTest {
    @TempDir
    Path folder;

    static VoxelGrid obliqueGrid() {
        double angle = Math.toRadians(17);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new VoxelGrid(
                7,
                5,
                3,
                new Affine(
                        new Vec3(0.8 * c, 0.8 * s, 0),
                        new Vec3(-1.1 * s, 1.1 * c, 0),
                        new Vec3(0, 0, -5.5),
                        new Vec3(-91.25, 40.5, 12)));
    }

    static Volume ramp(VoxelGrid grid) {
        var values = new float[grid.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = n * 0.37f - 11;
        }
        return new Volume(grid, values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v.nii", "v.nii.gz"})
    void volumeComesBack(String name) throws IOException {
        Volume written = ramp(obliqueGrid());
        written.values()[3] = Float.NaN;
        written.values()[4] = Float.NEGATIVE_INFINITY;
        NiftiWriter.write(folder.resolve(name), written);
        NiftiImage image = NiftiReader.read(folder.resolve(name));
        assertThat(image.volume().values()).containsExactly(written.values());
        assertThat(image.volume().grid().sameAs(written.grid(), 1e-4)).isTrue();
        assertThat(image.version()).isEqualTo(1);
        assertThat(image.byteOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(image.placement().source()).isEqualTo(NiftiPlacement.Source.SFORM);
        assertThat(image.placement().disagreement()).isFalse();
    }

    @Test
    void wholeNumbersTakeTwoBytesAndOthersFour() throws IOException {
        VoxelGrid grid = VoxelGrid.axisAligned(301, 11, 13, 1, 1, 2);
        var values = new float[grid.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = n % 65_536 - 32_768;
        }
        NiftiWriter.writeCompact(folder.resolve("v.nii"), new Volume(grid, values));
        NiftiImage whole = NiftiReader.read(folder.resolve("v.nii"));
        assertThat(folder.resolve("v.nii")).hasSize(NiftiHeader.SIZE_1 + 4 + 2L * values.length);
        assertThat(whole.volume().values()).containsExactly(values);
        for (float other : new float[] {0.5f, 32_768, Float.NaN, Float.POSITIVE_INFINITY}) {
            values[7] = other;
            NiftiWriter.writeCompact(folder.resolve("v.nii"), new Volume(grid, values));
            NiftiImage real = NiftiReader.read(folder.resolve("v.nii"));
            assertThat(folder.resolve("v.nii")).hasSize(NiftiHeader.SIZE_1 + 4 + 4L * values.length);
            assertThat(real.volume().values()).containsExactly(values);
        }
    }

    @Test
    void maskAndLabelsComeBack() throws IOException {
        Mask mask = Mask.above(ramp(obliqueGrid()), 3);
        NiftiWriter.write(folder.resolve("m.nii.gz"), mask);
        assertThat(NiftiReader.read(folder.resolve("m.nii.gz")).mask().inside()).containsExactly(mask.inside());
        var labels = new byte[mask.grid().voxelCount()];
        for (int n = 0; n < labels.length; n++) {
            labels[n] = (byte) (2 * n);
        }
        NiftiWriter.writeLabels(folder.resolve("l.nii"), mask.grid(), labels);
        assertThat(NiftiReader.read(folder.resolve("l.nii")).labels()).containsExactly(labels);
    }

    @Test
    void sameImageSameBytesAndNothingElseInTheFolder() throws IOException {
        NiftiWriter.write(folder.resolve("a.nii.gz"), ramp(obliqueGrid()));
        NiftiWriter.write(folder.resolve("b.nii.gz"), ramp(obliqueGrid()));
        NiftiWriter.write(folder.resolve("b.nii.gz"), ramp(obliqueGrid()));
        assertThat(folder.resolve("a.nii.gz")).hasSameBinaryContentAs(folder.resolve("b.nii.gz"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.nii.gz", "b.nii.gz");
        }
    }

    @Test
    void nameWithoutNiftiEndingIsRefused() {
        assertThatThrownBy(() -> NiftiWriter.write(folder.resolve("a.img"), ramp(obliqueGrid())))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("a.img")
                .hasMessageContaining(".nii.gz");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anAxisTooLongForNifti1IsWrittenAsNifti2() throws IOException {
        Volume written = ramp(new VoxelGrid(40_000, 2, 1, obliqueGrid().voxelToPatientLps()));
        NiftiWriter.write(folder.resolve("long.nii.gz"), written);
        NiftiImage image = NiftiReader.read(folder.resolve("long.nii.gz"));
        assertThat(image.version()).isEqualTo(2);
        assertThat(image.volume().grid().sameAs(written.grid(), 1e-9)).isTrue();
        assertThat(image.volume().values()).containsExactly(written.values());
    }

    @Test
    void labelsAndMasksRefuseWhatTheyCannotHold() throws IOException {
        Volume volume = ramp(VoxelGrid.axisAligned(2, 2, 2, 1, 1, 1));
        volume.values()[5] = Float.NaN;
        NiftiWriter.write(folder.resolve("v.nii"), volume);
        NiftiImage image = NiftiReader.read(folder.resolve("v.nii"));
        assertThatThrownBy(image::labels)
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("(0, 0, 0)");
        assertThatThrownBy(image::mask)
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("(1, 0, 1)");
    }
}
