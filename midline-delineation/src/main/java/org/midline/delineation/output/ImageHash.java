package org.midline.delineation.output;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

/**
 * Names an image by its content: SHA-256 of, in little endian, the three sizes (int32), the columns and the translation
 * of the map to patient space in micrometres (int64), and the voxels (float32, i fastest).
 */
final class ImageHash {
    private static final int PIECE_VOXELS = 1 << 14;

    private ImageHash() {}

    static String sha256(Volume image) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        VoxelGrid grid = image.grid();
        var geometry = ByteBuffer.allocate(3 * Integer.BYTES + 12 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        geometry.putInt(grid.sizeI()).putInt(grid.sizeJ()).putInt(grid.sizeK());
        for (int axis = 0; axis < 3; axis++) {
            put(geometry, grid.voxelToPatientLps().column(axis));
        }
        put(geometry, grid.voxelToPatientLps().translation());
        digest.update(geometry.array());
        float[] values = image.values();
        var piece = ByteBuffer.allocate(PIECE_VOXELS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int start = 0; start < values.length; start += PIECE_VOXELS) {
            int voxels = Math.min(PIECE_VOXELS, values.length - start);
            piece.asFloatBuffer().put(values, start, voxels);
            digest.update(piece.array(), 0, voxels * Float.BYTES);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void put(ByteBuffer buffer, Vec3 mm) {
        for (int axis = 0; axis < 3; axis++) {
            buffer.putLong(Math.round(mm.component(axis) * 1000));
        }
    }
}
