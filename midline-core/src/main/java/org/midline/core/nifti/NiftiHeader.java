package org.midline.core.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.midline.core.Affine;
import org.midline.core.InputRefusedException;
import org.midline.core.Vec3;

/**
 * The fields of a NIfTI-1 or NIfTI-2 header that matter here, as they stand in the file; names follow nifti1.h and
 * nifti2.h.
 *
 * @param singleFile true if the voxels follow in the same file, false for a .hdr/.img pair
 * @param dim all eight: the number of dimensions, then their sizes
 * @param qfac pixdim[0]: negative if the third axis of the qform is turned round
 * @param spacing pixdim[1..3]
 */
record NiftiHeader(
        int version,
        ByteOrder byteOrder,
        boolean singleFile,
        List<Long> dim,
        int datatype,
        double qfac,
        Vec3 spacing,
        double voxOffset,
        double sclSlope,
        double sclInter,
        int xyztUnits,
        String descrip,
        int qformCode,
        int sformCode,
        Quaternion quatern,
        Vec3 qoffset,
        Affine srow) {

    static final int SIZE_1 = 348;
    static final int SIZE_2 = 540;

    private static final String MAGIC_SINGLE_1 = "n+1\0";
    private static final String MAGIC_PAIR_1 = "ni1\0";
    private static final String MAGIC_SINGLE_2 = "n+2\0\r\n\032\n";
    private static final String MAGIC_PAIR_2 = "ni2\0\r\n\032\n";

    /**
     * Parses the beginning of a file.
     *
     * @param bytes the first 540 bytes, or fewer if the file is shorter
     */
    static NiftiHeader parse(Path file, byte[] bytes) {
        if (bytes.length == 0) {
            throw new InputRefusedException(file + ": the file is empty, expected a NIfTI image");
        }
        if (bytes.length < Integer.BYTES) {
            throw notNifti(file, bytes);
        }
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            ByteBuffer header = ByteBuffer.wrap(bytes).order(order);
            int size = header.getInt(0);
            if (size == SIZE_1 || size == SIZE_2) {
                if (bytes.length < size) {
                    throw new InputRefusedException(
                            "%s: truncated, %d bytes where the NIfTI header alone has %d; copy or export it again"
                                    .formatted(file, bytes.length, size));
                }
                return size == SIZE_1 ? parse1(file, header) : parse2(file, header);
            }
        }
        throw notNifti(file, bytes);
    }

    static boolean beginsVersion2(byte[] bytes) {
        int size = ByteBuffer.wrap(bytes).getInt();
        return size == SIZE_2 || Integer.reverseBytes(size) == SIZE_2;
    }

    private static InputRefusedException notNifti(Path file, byte[] bytes) {
        return new InputRefusedException(
                "%s: not a NIfTI image, it begins with '%s'; expected a header size of 348 or 540, give a .nii, .nii.gz or .hdr file"
                        .formatted(file, printable(Arrays.copyOf(bytes, Math.min(bytes.length, 8)))));
    }

    private static NiftiHeader parse1(Path file, ByteBuffer header) {
        String magic = text(header, 344, 4);
        if (!magic.equals(MAGIC_SINGLE_1) && !magic.equals(MAGIC_PAIR_1)) {
            throw new InputRefusedException(
                    "%s: magic '%s', expected 'n+1' or 'ni1'; an ANALYZE 7.5 image does not tell left from right, convert it to NIfTI"
                            .formatted(file, printable(magic)));
        }
        return new NiftiHeader(
                1,
                header.order(),
                magic.equals(MAGIC_SINGLE_1),
                sizes(n -> header.getShort(40 + 2 * n)),
                header.getShort(70),
                header.getFloat(76),
                vector(n -> header.getFloat(80 + 4 * n)),
                header.getFloat(108),
                header.getFloat(112),
                header.getFloat(116),
                header.get(123),
                printable(text(header, 148, 80)),
                header.getShort(252),
                header.getShort(254),
                quaternion(n -> header.getFloat(256 + 4 * n)),
                vector(n -> header.getFloat(268 + 4 * n)),
                affine(n -> header.getFloat(280 + 4 * n)));
    }

    private static NiftiHeader parse2(Path file, ByteBuffer header) {
        String magic = text(header, 4, 8);
        if (!magic.equals(MAGIC_SINGLE_2) && !magic.equals(MAGIC_PAIR_2)) {
            throw new InputRefusedException(
                    "%s: magic '%s', expected 'n+2' or 'ni2' and the bytes 0D 0A 1A 0A; the file was damaged in transfer, or is not NIfTI-2"
                            .formatted(file, printable(magic)));
        }
        return new NiftiHeader(
                2,
                header.order(),
                magic.equals(MAGIC_SINGLE_2),
                sizes(n -> header.getLong(16 + 8 * n)),
                header.getShort(12),
                header.getDouble(104),
                vector(n -> header.getDouble(112 + 8 * n)),
                header.getLong(168),
                header.getDouble(176),
                header.getDouble(184),
                header.getInt(500),
                printable(text(header, 240, 80)),
                header.getInt(344),
                header.getInt(348),
                quaternion(n -> header.getDouble(352 + 8 * n)),
                vector(n -> header.getDouble(376 + 8 * n)),
                affine(n -> header.getDouble(400 + 8 * n)));
    }

    private static List<Long> sizes(IntToLongFunction at) {
        return IntStream.range(0, 8).mapToLong(at).boxed().toList();
    }

    private static Vec3 vector(IntToDoubleFunction at) {
        return new Vec3(at.applyAsDouble(0), at.applyAsDouble(1), at.applyAsDouble(2));
    }

    private static Quaternion quaternion(IntToDoubleFunction at) {
        return new Quaternion(at.applyAsDouble(0), at.applyAsDouble(1), at.applyAsDouble(2));
    }

    /** Three rows of four numbers, one after the other. */
    private static Affine affine(IntToDoubleFunction at) {
        return new Affine(
                vector(row -> at.applyAsDouble(4 * row)),
                vector(row -> at.applyAsDouble(4 * row + 1)),
                vector(row -> at.applyAsDouble(4 * row + 2)),
                vector(row -> at.applyAsDouble(4 * row + 3)));
    }

    private static String text(ByteBuffer header, int offset, int length) {
        var bytes = new byte[length];
        header.get(offset, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String printable(byte[] bytes) {
        return printable(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** The text up to its first NUL, with a dot for whatever is not printable. */
    private static String printable(String text) {
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end))
                .replaceAll("\\P{Print}", ".")
                .strip();
    }
}
