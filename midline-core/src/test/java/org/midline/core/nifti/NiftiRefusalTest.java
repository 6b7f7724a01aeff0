package org.midline.core.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.midline.core.InputRefusedException;

/** Every refusal is one line that names the file and the reason. */
class NiftiRefusalTest {
    @TempDir
    Path folder;

    private static void assertRefused(Path file, String... reasons) {
        assertThatThrownBy(() -> NiftiReader.read(file))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContainingAll(reasons)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").doesNotContain("null"));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    static List<Arguments> spoiltHeaders() {
        return List.of(
                spoilt("4-D", raw -> raw.int16(40, 4).int16(48, 7), "4-D", "4 x 4 x 4 x 7", "one volume"),
                spoilt("vector", raw -> raw.int16(40, 5).int16(50, 3), "5-D", "4 x 4 x 4 x 1 x 3"),
                spoilt("no dimensions", raw -> raw.int16(40, 0), "0 dimensions"),
                spoilt("many dimensions", raw -> raw.int16(40, 9), "9 dimensions"),
                spoilt("negative", raw -> raw.int16(44, -4), "4 x -4 x 4"),
                spoilt("empty axis", raw -> raw.int16(46, 0), "4 x 4 x 0"),
                spoilt("overflow", raw -> raw.int16(42, 32767).int16(44, 32767).int16(46, 32767), "more voxels"),
                spoilt("larger than the file", raw -> raw.int16(42, 900).int16(44, 900), "truncated", "900 x 900 x 4"),
                spoilt("one voxel short", raw -> raw.length(352 + 63), "truncated", "416 bytes", "holds 415"),
                spoilt("within the header", raw -> raw.length(200), "truncated", "200 bytes", "348"),
                spoilt("magic", raw -> raw.text(344, "n+9\0"), "magic 'n+9'", "n+1"),
                spoilt("ANALYZE", raw -> raw.text(344, "\0\0\0\0"), "ANALYZE 7.5"),
                spoilt("pair in one file", raw -> raw.text(344, "ni1\0"), "pair", ".hdr"),
                spoilt("offset in the header", raw -> raw.float32(108, 12), "byte 12.0", "at least 348"),
                spoilt("offset NaN", raw -> raw.float32(108, Double.NaN), "byte NaN"),
                spoilt("offset far", raw -> raw.float32(108, 1e18), "truncated"),
                spoilt("intercept", raw -> raw.float32(112, 2, Double.NaN), "scl_inter", "NaN"),
                spoilt("bits", raw -> raw.int16(70, 1), "BINARY"),
                spoilt("complex", raw -> raw.int16(70, 32), "COMPLEX64", "magnitude"),
                spoilt("colour", raw -> raw.int16(70, 128), "RGB24"),
                spoilt("quad", raw -> raw.int16(70, 1536), "FLOAT128", "float64"),
                spoilt("unknown type", raw -> raw.int16(70, 77), "voxel type 77"),
                spoilt(
                        "no valid map",
                        raw -> raw.float32(280, 0, 0, 0, 0).float32(80, Double.NaN),
                        "neither sform nor qform"),
                spoilt("no spacing", raw -> raw.int16(252, 0).int16(254, 0).float32(80, 0), "spacing 0.0 x 1.0 x 1.0"));
    }

    private static Arguments spoilt(String name, UnaryOperator<RawNifti> spoil, String... reasons) {
        return Arguments.of(name, spoil.apply(RawNifti.cube()).bytes(), reasons);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltHeaders")
    void spoiltHeaderIsRefused(String name, byte[] bytes, String[] reasons) throws IOException {
        assertRefused(file("spoilt.nii", bytes), reasons);
    }

    @Test
    void whatIsNoNiftiFileIsRefused() throws IOException {
        assertRefused(folder.resolve("absent.nii"), "no such file");
        assertRefused(folder, "is a folder");
        assertRefused(file("empty.nii", new byte[0]), "empty");
        assertRefused(file("tiny.nii", new byte[] {1, 2}), "not a NIfTI image");
        assertRefused(
                file("text.nii", "Patient\nlist and\n".repeat(100).getBytes(StandardCharsets.UTF_8)),
                "not a NIfTI image",
                "'Patient.'");
        assertRefused(file("text.nii.gz", "no gzip at all".getBytes(StandardCharsets.UTF_8)), "'no gzip'");
    }

    @Test
    void damagedGzipIsRefused() throws IOException {
        byte[] whole = RawNifti.cube().gzip();
        assertRefused(file("half.nii.gz", Arrays.copyOf(whole, whole.length / 2)), "truncated");
        assertRefused(file("start.nii.gz", Arrays.copyOf(whole, 2)), "truncated gzip data");
        assertRefused(file("unchecked.nii.gz", Arrays.copyOf(whole, whole.length - 3)), "truncated");
        byte[] checksum = whole.clone();
        checksum[checksum.length - 6] ^= 1;
        assertRefused(file("checksum.nii.gz", checksum), "damaged gzip data");
        byte[] content = whole.clone();
        Arrays.fill(content, 12, 30, (byte) 0x5a);
        assertRefused(file("content.nii.gz", content), "gzip data");
    }

    @Test
    void compressedFileThatCannotHoldItsVoxelsIsRefusedBeforeAnyMemoryIsTaken() throws IOException {
        byte[] bomb = RawNifti.cube()
                .int16(42, 1280)
                .int16(44, 1280)
                .int16(46, 1280)
                .int16(70, NiftiDatatype.FLOAT64.code())
                .gzip();
        assertRefused(file("claims.nii.gz", bomb), "1280 x 1280 x 1280", "at most");
    }

    @Test
    void imageOfAPairThatIsMissingOrShortIsRefused() throws IOException {
        RawNifti raw = RawNifti.cube().text(344, "ni1\0").float32(108, 0);
        Path header = file("pair.hdr", raw.part(0, 348));
        assertThatThrownBy(() -> NiftiReader.read(header))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("pair.img: no such file");
        file("pair.img", raw.part(352, 352 + 60));
        assertThatThrownBy(() -> NiftiReader.read(header))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("pair.img: truncated");
    }
}
