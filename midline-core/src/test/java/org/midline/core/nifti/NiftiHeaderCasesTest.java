package org.midline.core.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/** Headers that are unusual and right: what the reader makes of them. */
class NiftiHeaderCasesTest {
    private static final int DIM = 40;
    private static final int PIXDIM = 76;
    private static final int VOX_OFFSET = 108;
    private static final int SCL_SLOPE = 112;
    private static final int XYZT_UNITS = 123;
    private static final int QFORM_CODE = 252;
    private static final int SFORM_CODE = 254;
    private static final int QOFFSET = 268;
    private static final int SROW = 280;
    private static final int MAGIC = 344;

    @TempDir
    Path folder;

    private NiftiImage read(RawNifti raw) throws IOException {
        return NiftiReader.read(raw.write(folder.resolve("case.nii")));
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 7", "NaN, 5, 7", "Infinity, 5, 7", "2, 5, 19", "-1, 0, -7"})
    void slopeOfZeroOrNotFiniteMeansAsStored(double slope, double inter, float expected) throws IOException {
        NiftiImage image = read(RawNifti.cube().float32(SCL_SLOPE, slope, inter).int8(352, 7));
        assertThat(image.volume().at(0, 0, 0)).isEqualTo(expected);
    }

    @Test
    void valuesBeyondFloatAndLongWholeNumbersAreRounded() throws IOException {
        var grid = VoxelGrid.axisAligned(1, 1, 1, 1, 1, 1);
        var long24Bit = new RawNifti(grid, NiftiDatatype.UINT32, 4).int8(352, 1).int8(355, 1);
        assertThat(read(long24Bit).volume().values()).containsExactly(16_777_216f);
        var huge = new RawNifti(grid, NiftiDatatype.FLOAT64, 8).int16(358, 0x7ef0);
        assertThat(read(huge).volume().values()).containsExactly(Float.POSITIVE_INFINITY);
    }

    @Test
    void withoutSformAndQformTheSpacingAloneIsUsedAndSaid() throws IOException {
        NiftiImage image =
                read(RawNifti.cube().int16(QFORM_CODE, 0).int16(SFORM_CODE, 0).float32(PIXDIM + 4, 0.5, 0.75, 3));
        assertThat(image.placement().source()).isEqualTo(NiftiPlacement.Source.SPACING_ONLY);
        assertThat(image.placement().reason()).contains("left and right are assumed");
        assertThat(image.volume().grid().patientLps(1, 1, 1)).isEqualTo(new Vec3(-0.5, -0.75, 3));
    }

    @Test
    void anSformToATemplateGivesWayToAQformToTheScanner() throws IOException {
        NiftiImage image = read(RawNifti.cube().int16(SFORM_CODE, 4).float32(QOFFSET, -10, -20, 30));
        assertThat(image.placement().source()).isEqualTo(NiftiPlacement.Source.QFORM);
        assertThat(image.placement().disagreement()).isTrue();
        assertThat(image.placement().reason()).contains("template").contains("37.4 mm");
        assertThat(image.volume().grid().patientLps(0, 0, 0)).isEqualTo(new Vec3(10, 20, 30));
    }

    @Test
    void aDegenerateSformGivesWayToTheQform() throws IOException {
        NiftiImage image = read(RawNifti.cube().float32(SROW, 0, 0, 0, 0));
        assertThat(image.placement().source()).isEqualTo(NiftiPlacement.Source.QFORM);
        assertThat(image.placement().reason()).contains("sform is not a valid map");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 1", "10, 1", "1, 1000", "3, 0.001"})
    void lengthsAreInTheUnitOfTheHeader(int units, double mm) throws IOException {
        NiftiImage image = read(RawNifti.cube().int8(XYZT_UNITS, units));
        assertThat(image.volume().grid().spacingMm(2)).isCloseTo(mm, within(1e-9));
    }

    @Test
    void anExtensionBetweenHeaderAndVoxelsIsSkipped() throws IOException {
        NiftiImage image = read(RawNifti.cube()
                .length(352 + 32 + 64)
                .int8(348, 1)
                .int8(352, 32)
                .int8(352 + 32, 9)
                .float32(VOX_OFFSET, 384));
        assertThat(image.volume().at(0, 0, 0)).isEqualTo(9);
    }

    @Test
    void fewerAndMoreDimensionsOfOneVolumeAreRead() throws IOException {
        assertThat(read(RawNifti.cube().int16(DIM, 2)).volume().grid().sizeK()).isEqualTo(1);
        assertThat(read(RawNifti.cube().int16(DIM, 5)).volume().grid().sizeK()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"pair.hdr, pair.img", "pair.img, pair.hdr", "pair.hdr.gz, pair.img.gz"})
    void aPairIsReadFromEitherOfItsFiles(String given, String other) throws IOException {
        RawNifti raw =
                RawNifti.cube().text(MAGIC, "ni1\0").float32(VOX_OFFSET, 0).int8(352 + 63, 5);
        Path one = folder.resolve(given);
        Path two = folder.resolve(other);
        Files.write(given.contains(".hdr") ? one : two, raw.part(0, 348));
        Files.write(given.contains(".hdr") ? two : one, raw.part(352, 352 + 64));
        NiftiImage image = NiftiReader.read(one);
        assertThat(image.volume().at(3, 3, 3)).isEqualTo(5);
    }

    @Test
    void gzipIsToldByContentAndTheImageOfAPairMayBeCompressedAlone() throws IOException {
        Files.write(folder.resolve("zipped.nii"), RawNifti.cube().int8(352, 5).gzip());
        assertThat(NiftiReader.read(folder.resolve("zipped.nii")).volume().at(0, 0, 0))
                .isEqualTo(5);
        RawNifti raw =
                RawNifti.cube().text(MAGIC, "ni1\0").float32(VOX_OFFSET, 352).int8(352, 6);
        Files.write(folder.resolve("pair.hdr"), raw.part(0, 348));
        Files.write(folder.resolve("pair.img.gz"), raw.gzip());
        assertThat(NiftiReader.read(folder.resolve("pair.hdr")).volume().at(0, 0, 0))
                .isEqualTo(6);
    }
}
