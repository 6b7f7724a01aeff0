package org.midline.core.nifti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.midline.core.VoxelGrid;

/** The bytes of a small, correct NIfTI-1 file, little endian, to be spoilt field by field; offsets as in nifti1.h. */
final class RawNifti {
    private byte[] bytes;

    RawNifti(VoxelGrid grid, NiftiDatatype type, int bytesPerVoxel) {
        byte[] header = new HeaderEncoder(grid, type).encode();
        bytes = Arrays.copyOf(header, header.length + grid.voxelCount() * bytesPerVoxel);
        fields().putShort(72, (short) (8 * bytesPerVoxel));
    }

    static RawNifti cube() {
        return new RawNifti(VoxelGrid.axisAligned(4, 4, 4, 1, 1, 1), NiftiDatatype.UINT8, 1);
    }

    private ByteBuffer fields() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    RawNifti int16(int offset, int value) {
        fields().putShort(offset, (short) value);
        return this;
    }

    RawNifti int8(int offset, int value) {
        fields().put(offset, (byte) value);
        return this;
    }

    RawNifti float32(int offset, double... values) {
        for (int n = 0; n < values.length; n++) {
            fields().putFloat(offset + 4 * n, (float) values[n]);
        }
        return this;
    }

    RawNifti text(int offset, String text) {
        fields().put(offset, text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    RawNifti length(int length) {
        bytes = Arrays.copyOf(bytes, length);
        return this;
    }

    byte[] part(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    byte[] bytes() {
        return bytes;
    }

    byte[] gzip() {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    Path write(Path file) throws IOException {
        return Files.write(file, bytes);
    }
}
