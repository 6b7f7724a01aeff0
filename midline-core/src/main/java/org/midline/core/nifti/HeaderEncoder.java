package org.midline.core.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/**
 * The header of a single file, little endian, with the four bytes that say that no extension follows: NIfTI-1, or
 * NIfTI-2 where an axis is too long for NIfTI-1. The sform is always written; the qform too, unless the grid is sheared,
 * which a qform cannot tell. Both carry code 1 (scanner).
 */
final class HeaderEncoder {
    private static final int UNIT_MM = 2;
    private static final int SCANNER = 1;
    private static final double LARGEST_SHEAR = 1e-5;

    private final VoxelGrid grid;
    private final NiftiDatatype datatype;
    private final Affine voxelToRas;
    private final double qfac;
    private final boolean orthogonal;
    private final Quaternion quaternion;

    HeaderEncoder(VoxelGrid grid, NiftiDatatype datatype) {
        this.grid = grid;
        this.datatype = datatype;
        this.voxelToRas = Affine.scaling(-1, -1, 1).after(grid.voxelToPatientLps());
        Vec3 i = voxelToRas.columnI().unit();
        Vec3 j = voxelToRas.columnJ().unit();
        Vec3 k = voxelToRas.columnK().unit();
        this.qfac = voxelToRas.determinant() < 0 ? -1 : 1;
        this.orthogonal = Math.abs(i.dot(j)) < LARGEST_SHEAR
                && Math.abs(j.dot(k)) < LARGEST_SHEAR
                && Math.abs(k.dot(i)) < LARGEST_SHEAR;
        this.quaternion = orthogonal ? Quaternion.of(i, j, k.times(qfac)) : new Quaternion(0, 0, 0);
    }

    byte[] encode() {
        boolean small =
                grid.sizeI() <= Short.MAX_VALUE && grid.sizeJ() <= Short.MAX_VALUE && grid.sizeK() <= Short.MAX_VALUE;
        return small ? encode1() : encode2();
    }

    private byte[] encode1() {
        ByteBuffer header = ByteBuffer.allocate(NiftiHeader.SIZE_1 + 4).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, NiftiHeader.SIZE_1);
        header.put(38, (byte) 'r');
        header.putShort(40, (short) 3);
        header.putFloat(76, (float) qfac);
        for (int axis = 0; axis < 3; axis++) {
            header.putShort(42 + 2 * axis, (short) grid.size(axis));
            header.putFloat(80 + 4 * axis, (float) grid.spacingMm(axis));
        }
        for (int axis = 3; axis < 7; axis++) {
            header.putShort(42 + 2 * axis, (short) 1);
            header.putFloat(80 + 4 * axis, 1);
        }
        header.putShort(70, (short) datatype.code());
        header.putShort(72, (short) (8 * datatype.bytesPerVoxel()));
        header.putFloat(108, NiftiHeader.SIZE_1 + 4);
        header.putFloat(112, 1);
        header.put(123, (byte) UNIT_MM);
        header.put(148, "Midline".getBytes(StandardCharsets.US_ASCII));
        header.putShort(252, (short) (orthogonal ? SCANNER : 0));
        header.putShort(254, (short) SCANNER);
        double[] quatern = {quaternion.b(), quaternion.c(), quaternion.d()};
        for (int row = 0; row < 3; row++) {
            header.putFloat(256 + 4 * row, (float) quatern[row]);
            header.putFloat(268 + 4 * row, (float) voxelToRas.translation().component(row));
            for (int axis = 0; axis < 3; axis++) {
                header.putFloat(280 + 16 * row + 4 * axis, (float)
                        voxelToRas.column(axis).component(row));
            }
            header.putFloat(292 + 16 * row, (float) voxelToRas.translation().component(row));
        }
        header.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }

    private byte[] encode2() {
        ByteBuffer header = ByteBuffer.allocate(NiftiHeader.SIZE_2 + 4).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, NiftiHeader.SIZE_2);
        header.put(4, "n+2\0\r\n\032\n".getBytes(StandardCharsets.US_ASCII));
        header.putShort(12, (short) datatype.code());
        header.putShort(14, (short) (8 * datatype.bytesPerVoxel()));
        header.putLong(16, 3);
        header.putDouble(104, qfac);
        for (int axis = 0; axis < 3; axis++) {
            header.putLong(24 + 8 * axis, grid.size(axis));
            header.putDouble(112 + 8 * axis, grid.spacingMm(axis));
        }
        for (int axis = 3; axis < 7; axis++) {
            header.putLong(24 + 8 * axis, 1);
            header.putDouble(112 + 8 * axis, 1);
        }
        header.putLong(168, NiftiHeader.SIZE_2 + 4);
        header.putDouble(176, 1);
        header.put(240, "Midline".getBytes(StandardCharsets.US_ASCII));
        header.putInt(344, orthogonal ? SCANNER : 0);
        header.putInt(348, SCANNER);
        double[] quatern = {quaternion.b(), quaternion.c(), quaternion.d()};
        for (int row = 0; row < 3; row++) {
            header.putDouble(352 + 8 * row, quatern[row]);
            header.putDouble(376 + 8 * row, voxelToRas.translation().component(row));
            for (int axis = 0; axis < 3; axis++) {
                header.putDouble(
                        400 + 32 * row + 8 * axis, voxelToRas.column(axis).component(row));
            }
            header.putDouble(424 + 32 * row, voxelToRas.translation().component(row));
        }
        header.putInt(500, UNIT_MM);
        return header.array();
    }
}
