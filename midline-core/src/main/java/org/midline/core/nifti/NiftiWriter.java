package org.midline.core.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.file.WholeFile;

/**
 * Writes NIfTI images as single files: .nii plain, .nii.gz compressed. Little endian, not scaled, sform and qform set.
 *
 * <p>The same image gives the same bytes (no timestamp; the compressor is the JDK's). The grid is stored in float32 as
 * NIfTI-1 has it, so that it comes back within about 1e-5 mm. The file appears under its name only when it is whole.
 */
public final class NiftiWriter {
    private static final int PIECE_VOXELS = 1 << 15;
    private static final int COMPRESSION_LEVEL = 1;

    private NiftiWriter() {}

    /**
     * Writes float32 voxels; NaN and infinite values as they are.
     *
     * @throws InputRefusedException if the name ends in neither .nii nor .nii.gz
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Volume volume) throws IOException {
        float[] values = volume.values();
        write(file, volume.grid(), NiftiDatatype.FLOAT32, out -> {
            ByteBuffer piece = ByteBuffer.allocate(PIECE_VOXELS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int start = 0; start < values.length; start += PIECE_VOXELS) {
                int voxels = Math.min(PIECE_VOXELS, values.length - start);
                piece.asFloatBuffer().put(values, start, voxels);
                out.write(piece.array(), 0, voxels * Float.BYTES);
            }
        });
    }

    /**
     * Writes int16 voxels where all are whole numbers that an int16 holds, as those of a scanner are, float32 voxels
     * otherwise: read again, the values are the same. Half the size before compression, and done in half the time.
     *
     * @throws InputRefusedException if the name ends in neither .nii nor .nii.gz
     * @throws IOException if the file cannot be written
     */
    public static void writeCompact(Path file, Volume volume) throws IOException {
        float[] values = volume.values();
        for (float value : values) {
            if (value != (short) value) {
                write(file, volume);
                return;
            }
        }
        write(file, volume.grid(), NiftiDatatype.INT16, out -> {
            ByteBuffer piece = ByteBuffer.allocate(PIECE_VOXELS * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int start = 0; start < values.length; start += PIECE_VOXELS) {
                int voxels = Math.min(PIECE_VOXELS, values.length - start);
                for (int n = 0; n < voxels; n++) {
                    piece.putShort(n * Short.BYTES, (short) values[start + n]);
                }
                out.write(piece.array(), 0, voxels * Short.BYTES);
            }
        });
    }

    /**
     * Writes uint8 voxels: 1 inside, 0 outside.
     *
     * @throws InputRefusedException if the name ends in neither .nii nor .nii.gz
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Mask mask) throws IOException {
        boolean[] inside = mask.inside();
        var labels = new byte[inside.length];
        for (int n = 0; n < inside.length; n++) {
            labels[n] = (byte) (inside[n] ? 1 : 0);
        }
        writeLabels(file, mask.grid(), labels);
    }

    /**
     * Writes uint8 voxels.
     *
     * @param labels one unsigned byte per voxel, i fastest
     * @throws InputRefusedException if the name ends in neither .nii nor .nii.gz
     * @throws IOException if the file cannot be written
     */
    public static void writeLabels(Path file, VoxelGrid grid, byte[] labels) throws IOException {
        if (labels.length != grid.voxelCount()) {
            throw new IllegalArgumentException(
                    "%d labels for a grid of %d voxels".formatted(labels.length, grid.voxelCount()));
        }
        write(file, grid, NiftiDatatype.UINT8, out -> out.write(labels));
    }

    private static void write(Path file, VoxelGrid grid, NiftiDatatype datatype, WholeFile.Content voxels)
            throws IOException {
        boolean gzip = NiftiFiles.gzipByName(file);
        byte[] header = new HeaderEncoder(grid, datatype).encode();
        WholeFile.write(file, out -> {
            if (gzip) {
                try (var compressed = new QuickGzip(out)) {
                    compressed.write(header);
                    voxels.writeTo(compressed);
                }
            } else {
                out.write(header);
                voxels.writeTo(out);
            }
        });
    }

    /** Noise hardly compresses further at the higher levels, which take two to five times as long. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(COMPRESSION_LEVEL);
        }

        /** Ends the compressed data and leaves the stream below open, for its owner to close. */
        @Override
        public void close() throws IOException {
            finish();
            def.end();
        }
    }
}
