package org.midline.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midline.dicom.SharedMaterial;

/** Stored values of foreign files in many transfer syntaxes. */
class PixelReaderTest {

    /**
     * CRC-32 of the stored values as little-endian 32-bit integers, computed by hand with pydicom 3, native or through
     * GDCM; its RLE decoder and pylibjpeg agree, except that the latter rounds JPEG baseline otherwise.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
                encodings/MR-SIEMENS-DICOM-WithOverlays.dcm, 1, A8FC3428
                encodings/MR2_J2KR.dcm, 1, 8688C808
                encodings/MR2_UNCI.dcm, 1, 8DAC22D1
                encodings/MR_small.dcm, 1, 8EA45D32
                encodings/MR_small_RLE.dcm, 1, 8EA45D32
                encodings/MR_small_bigendian.dcm, 1, 8EA45D32
                encodings/MR_small_expb.dcm, 1, 8EA45D32
                encodings/MR_small_implicit.dcm, 1, 8EA45D32
                encodings/MR_small_jp2klossless.dcm, 1, 8EA45D32
                encodings/MR_small_jpeg_ls_lossless.dcm, 1, 8EA45D32
                encodings/MR_small_padded.dcm, 1, 8EA45D32
                encodings/deflated.dcm, 1, CDC8A12C
                encodings/explicit_big.dcm, 1, 993B9039
                encodings/explicit_little.dcm, 16, 72D5C165
                encodings/implicit_little.dcm, 1, 63D422BF
                encodings/jpeg_baseline_8bit.dcm, 96, D7ABCE80
                encodings/jpeg_lossless_sel1.dcm, 1, 75323B89
                encodings/jpeg_ls.dcm, 1, FC5FF21A
                encodings/rle.dcm, 1, CEEEB5C9
                multiframe/emri_8bit.dcm, 10, 763F40DD
                multiframe/emri_8bit_jpeg_lossy_no_offset_table.dcm, 10, 763F40DD
                multiframe/emri_8bit_jpeg_lossy_with_offset_table.dcm, 10, 763F40DD
                multiframe/emri_small.dcm, 10, 247203FC
                multiframe/emri_small_RLE.dcm, 10, 247203FC
                multiframe/emri_small_big_endian.dcm, 10, 247203FC
                multiframe/emri_small_jpeg_2k_lossless.dcm, 10, 247203FC
                multiframe/emri_small_jpeg_ls_lossless.dcm, 10, 247203FC
                multiframe/emri_small_jpls_1k_fragment_no_offset_table.dcm, 10, 247203FC
                multiframe/emri_small_jpls_1k_fragment_with_offset_table.dcm, 10, 247203FC
                """)
    void storedValuesAreThoseOfIndependentDecoders(String file, int frames, String crc) throws IOException {
        var reader = PixelReader.open(SharedMaterial.data("dicom/" + file));

        assertThat(reader.frames()).isEqualTo(frames);
        assertThat("%08X".formatted(crcOf(reader))).isEqualTo(crc);
    }

    /** The uncompressed file holds what another decoder made of the lossy one. */
    @Test
    void lossyJpeg2000DiffersByRoundingOnly() throws IOException {
        int[] lossy = PixelReader.open(SharedMaterial.data("dicom/encodings/MR2_J2KI.dcm"))
                .storedValues(0);
        int[] decoded = PixelReader.open(SharedMaterial.data("dicom/encodings/MR2_UNCI.dcm"))
                .storedValues(0);

        assertThat(largestDifference(lossy, decoded)).isLessThanOrEqualTo(1);
    }

    @Test
    void lossyJpeg2000OfSignedValuesAgreesWithGdcm(@TempDir Path temp) throws Exception {
        Path file = SharedMaterial.data("dicom/encodings/jpeg_2000.dcm");
        Path raw = temp.resolve("raw.dcm");
        assertThat(SharedMaterial.run(temp, "gdcmconv", "--raw", file.toString(), raw.toString()))
                .isZero();

        int[] found = PixelReader.open(file).storedValues(0);

        assertThat(largestDifference(found, PixelReader.open(raw).storedValues(0)))
                .isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "encodings/MR_truncated.dcm, 'pixel data (7FE0,0010) of 8130 bytes, expected 8192: truncated'",
        "multiframe/emri_small_jpeg_2k_lossless_too_short.dcm, the file ends early: truncated"
    })
    void damagedFilesAreRefusedWithTheReason(String file, String reason) {
        Path path = SharedMaterial.data("dicom/" + file);

        assertThatThrownBy(() -> PixelReader.open(path).storedValues(0))
                .isInstanceOf(IOException.class)
                .hasMessage(reason);
    }

    private static long crcOf(PixelReader reader) throws IOException {
        var crc = new CRC32();
        for (int frame = 0; frame < reader.frames(); frame++) {
            int[] values = reader.storedValues(frame);
            var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asIntBuffer().put(values);
            crc.update(bytes.array());
        }
        return crc.getValue();
    }

    private static int largestDifference(int[] a, int[] b) {
        assertThat(a).hasSameSizeAs(b);
        int largest = 0;
        for (int n = 0; n < a.length; n++) {
            largest = Math.max(largest, Math.abs(a[n] - b[n]));
        }
        return largest;
    }
}
