package org.midline.dicom.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midline.dicom.SharedMaterial;
import org.midline.dicom.pixel.PixelReader;

/** Images encoded by DCMTK and GDCM and decoded here, in every depth: flat parts, ramps, noise and extremes. */
class CodecRoundTripTest {
    private static final int ROWS = 61;
    private static final int COLUMNS = 97;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}, {1} bits, signed {2}")
    @CsvSource({
        "dcmcrle, 8, false",
        "dcmcrle, 12, false",
        "dcmcrle, 16, true",
        "dcmcjpls +el, 8, false",
        "dcmcjpls +el, 10, false",
        "dcmcjpls +el, 12, false",
        "dcmcjpls +el, 16, false",
        "dcmcjpls +el, 16, true",
        "dcmcjpls +el, 12, true",
        "dcmcjpls +el +pc, 12, false",
        "dcmcjpls +el +pc +t1 5 +t2 12 +t3 40 +rs 32, 12, false",
        "dcmcjpls +el +fs 1, 16, false",
        "dcmcjpeg +e1, 8, false",
        "dcmcjpeg +e1, 12, false",
        "dcmcjpeg +e1, 16, false",
        "dcmcjpeg +e1, 16, true",
        "dcmcjpeg +el +sv 2, 12, false",
        "dcmcjpeg +el +sv 4, 16, false",
        "dcmcjpeg +el +sv 6, 12, false",
        "dcmcjpeg +el +sv 7, 16, true",
        "gdcmconv --j2k, 8, false",
        "gdcmconv --j2k, 12, false",
        "gdcmconv --j2k, 16, false",
        "gdcmconv --j2k, 16, true",
        "gdcmconv --jpegls, 12, false"
    })
    void losslessCodecsGiveBackEveryValue(String encoder, int bits, boolean signed) throws Exception {
        int[] values = values(bits, signed);
        Path encoded = encode(image(values, bits, signed), encoder);

        assertThat(PixelReader.open(encoded).storedValues(0)).isEqualTo(values);
    }

    @ParameterizedTest(name = "NEAR {0}, {1} bits")
    @CsvSource({"1, 8", "3, 8", "1, 12", "2, 12", "7, 12", "5, 16", "60, 16"})
    void nearLosslessJpegLsAgreesWithDcmtkAndKeepsItsBound(int near, int bits) throws Exception {
        int[] values = values(bits, false);
        Path encoded = encode(image(values, bits, false), "dcmcjpls +en +md " + near);
        Path decoded = folder.resolve("decoded.dcm");
        assertThat(SharedMaterial.run(folder, "dcmdjpls", encoded.toString(), decoded.toString()))
                .isZero();

        int[] found = PixelReader.open(encoded).storedValues(0);

        assertThat(found).isEqualTo(PixelReader.open(decoded).storedValues(0));
        for (int n = 0; n < values.length; n++) {
            assertThat(Math.abs(found[n] - values[n])).isLessThanOrEqualTo(near);
        }
    }

    @Test
    void lossyJpegOfTwelveBitsIsRefusedByName() throws Exception {
        Path encoded = encode(image(values(12, false), 12, false), "dcmcjpeg +ee");

        assertThatThrownBy(() -> PixelReader.open(encoded))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1.2.840.10008.1.2.4.51 (JPEG lossy, 12 bit) is not supported");
    }

    private Path encode(Path image, String encoder) throws Exception {
        Path encoded = folder.resolve("encoded.dcm");
        var command = new ArrayList<>(List.of(encoder.split(" ")));
        command.add(image.toString());
        command.add(encoded.toString());
        assertThat(SharedMaterial.run(folder, command.toArray(String[]::new))).isZero();
        return encoded;
    }

    private Path image(int[] values, int bits, boolean signed) throws IOException {
        int allocated = bits > 8 ? 16 : 8;
        int mask = (1 << bits) - 1;
        int[] samples = new int[values.length];
        for (int n = 0; n < values.length; n++) {
            samples[n] = values[n] & mask;
        }
        SyntheticImage image = SyntheticImage.slice(0)
                .integer(Tag.Rows, VR.US, ROWS)
                .integer(Tag.Columns, VR.US, COLUMNS)
                .stored(allocated, bits, bits - 1, signed)
                .pixels(samples);
        if (allocated == 8) {
            var bytes = new byte[samples.length + samples.length % 2];
            for (int n = 0; n < samples.length; n++) {
                bytes[n] = (byte) samples[n];
            }
            image.dataset().setBytes(Tag.PixelData, VR.OB, bytes);
        }
        return image.write(folder, "image.dcm");
    }

    private static int[] values(int bits, boolean signed) {
        var random = new Random(bits);
        int range = 1 << bits;
        int lowest = signed ? -range / 2 : 0;
        var values = new int[ROWS * COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int ramp = range * (row + column) / (ROWS + COLUMNS);
                int value;
                if (row < 15) {
                    value = column < 70 ? range / 3 : ramp;
                } else if (row < 30) {
                    value = Math.min(range - 1, ramp + random.nextInt(1 + range / 64));
                } else if (row < 45) {
                    value = random.nextInt(range);
                } else {
                    value = random.nextInt(12) == 0 ? range - 1 : 0;
                }
                values[row * COLUMNS + column] = lowest + value;
            }
        }
        return values;
    }
}
