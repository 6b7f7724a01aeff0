package org.midline.dicom.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.InputRefusedException;
import org.midline.dicom.SharedMaterial;
import org.midline.dicom.pixel.PixelReader;

/** Whatever is given: a study, or one line that names the file; never another exception, never a hang. */
class EveryForeignFileTest {

    @TestFactory
    Stream<DynamicTest> eachFileByItselfIsReadOrRefusedInOneLine() throws IOException {
        Path folder = SharedMaterial.data("dicom");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(file ->
                            DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> readOrRefused(file)));
        }
    }

    private static void readOrRefused(Path file) {
        try {
            assertThat(DicomStudyReader.read(List.of(file)).series()).isNotEmpty();
        } catch (InputRefusedException e) {
            assertThat(e.getMessage())
                    .contains(file.getFileName().toString())
                    .doesNotContain("\n")
                    .doesNotContain("null");
        }
    }

    /** Files with bytes changed at random and cut at random, from a fixed seed. */
    @Test
    @Timeout(300)
    void damagedFilesAreReadOrRefused(@TempDir Path temp) throws IOException {
        var random = new Random(20240102);
        List<Path> originals = Stream.of(
                        "encodings/MR_small.dcm",
                        "encodings/MR_small_RLE.dcm",
                        "encodings/MR_small_jp2klossless.dcm",
                        "encodings/MR_small_jpeg_ls_lossless.dcm",
                        "encodings/MR_small_implicit.dcm",
                        "encodings/deflated.dcm",
                        "multiframe/emri_8bit_jpeg_lossy_no_offset_table.dcm",
                        "rtstruct/no-preamble.dcm")
                .map(name -> SharedMaterial.data("dicom/" + name))
                .toList();
        int refused = 0;
        for (int n = 0; n < 400; n++) {
            byte[] bytes = Files.readAllBytes(originals.get(n % originals.size()));
            for (int change = random.nextInt(30); change >= 0; change--) {
                bytes[random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 2000))] =
                        (byte) random.nextInt(256);
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
            Path file = Files.write(temp.resolve("damaged.dcm"), Arrays.copyOf(bytes, length));
            readOrRefused(file);
            try {
                PixelReader.open(file).storedValues(0);
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isBetween(100, 399);
    }
}
