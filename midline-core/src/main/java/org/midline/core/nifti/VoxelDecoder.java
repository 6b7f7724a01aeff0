package org.midline.core.nifti;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns the bytes of voxels into scaled floats, in pieces, so that only the floats take memory. */
final class VoxelDecoder {
    private static final int PIECE_VOXELS = 1 << 15;

    private final NiftiDatatype datatype;
    private final ByteOrder byteOrder;
    private final boolean scaled;
    private final double slope;
    private final double inter;

    /**
     * @param slope {@code value = stored * slope + inter}; a slope that is zero or not finite means values as stored
     */
    VoxelDecoder(NiftiDatatype datatype, ByteOrder byteOrder, double slope, double inter) {
        this.datatype = datatype;
        this.byteOrder = byteOrder;
        this.scaled = isScaling(slope) && (slope != 1 || inter != 0);
        this.slope = slope;
        this.inter = inter;
    }

    static boolean isScaling(double slope) {
        return slope != 0 && Double.isFinite(slope);
    }

    /**
     * Reads as many voxels as {@code values} holds.
     *
     * @throws EOFException if the stream ends before, with the number of voxels read as its message
     */
    void decode(InputStream in, float[] values) throws IOException {
        var bytes = new byte[PIECE_VOXELS * datatype.bytesPerVoxel()];
        ByteBuffer piece = ByteBuffer.wrap(bytes).order(byteOrder);
        for (int start = 0; start < values.length; ) {
            int voxels = Math.min(PIECE_VOXELS, values.length - start);
            int wanted = voxels * datatype.bytesPerVoxel();
            int got = in.readNBytes(bytes, 0, wanted);
            if (got < wanted) {
                throw new EOFException(Integer.toString(start + got / datatype.bytesPerVoxel()));
            }
            decode(piece, values, start, voxels);
            start += voxels;
        }
    }

    private void decode(ByteBuffer piece, float[] values, int start, int voxels) {
        if (!scaled && datatype == NiftiDatatype.FLOAT32) {
            piece.asFloatBuffer().get(0, values, start, voxels);
            return;
        }
        for (int n = 0; n < voxels; n++) {
            double stored = stored(piece, n);
            values[start + n] = (float) (scaled ? stored * slope + inter : stored);
        }
    }

    private double stored(ByteBuffer piece, int n) {
        return switch (datatype) {
            case UINT8 -> Byte.toUnsignedInt(piece.get(n));
            case INT8 -> piece.get(n);
            case INT16 -> piece.getShort(2 * n);
            case UINT16 -> Short.toUnsignedInt(piece.getShort(2 * n));
            case INT32 -> piece.getInt(4 * n);
            case UINT32 -> Integer.toUnsignedLong(piece.getInt(4 * n));
            case INT64 -> piece.getLong(8 * n);
            case UINT64 -> unsigned(piece.getLong(8 * n));
            case FLOAT32 -> piece.getFloat(4 * n);
            case FLOAT64 -> piece.getDouble(8 * n);
            default -> throw new IllegalStateException("Voxels of type " + datatype + " are not read");
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
    }
}
