package org.midline.core.nifti;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.midline.core.InputRefusedException;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

/**
 * Reads NIfTI-1 and NIfTI-2 images: one file or a .hdr/.img pair, plain or gzip (told by content, not by name), in
 * either byte order.
 *
 * <p>Values are {@code stored * scl_slope + scl_inter}, or as stored where the slope is zero or not finite, computed in
 * double and kept as float: whole numbers beyond 2^24 lose their last digits, and float64 beyond float's range becomes
 * infinite. NaN and infinite voxels are kept. Header extensions are skipped; bytes after the last voxel are ignored.
 *
 * <p>The grid comes from the sform if its code is positive, else from the qform, else from the spacing alone; but from
 * the qform where the sform leads to a template (code above 2) and the qform to the scanner (code 1 or 2), because it
 * is the patient that is planned on. {@link NiftiImage#placement()} says which and why.
 */
public final class NiftiReader {
    /** Deflate cannot shrink anything further than this (zlib's documentation, "Maximum Compression Factor"). */
    private static final long LARGEST_GZIP_RATIO = 1032;

    private NiftiReader() {}

    /**
     * Reads an image of one volume.
     *
     * @param file .nii, .nii.gz, or either file of a pair
     * @throws InputRefusedException naming the file and the reason: missing, empty, truncated, not NIfTI, of a voxel
     *     type that is not one real number, of several volumes, or of sizes that the file cannot hold
     */
    public static NiftiImage read(Path file) {
        return reading(file, NiftiReader::readChecked);
    }

    /**
     * Reads only where an image lies: quick, and blind to whatever is wrong with the voxels.
     *
     * @throws InputRefusedException as {@link #read}, as far as the header tells
     */
    public static NiftiGeometry readGeometry(Path file) {
        return reading(file, headerFile -> {
            try (InputStream in = open(headerFile)) {
                NiftiHeader header = NiftiHeader.parse(headerFile, readHeader(in));
                int[] size = size(headerFile, header);
                PlacedGrid placed = PlacedGrid.of(headerFile, header, size[0], size[1], size[2]);
                return new NiftiGeometry(placed.grid(), placed.placement());
            }
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(Path headerFile) throws IOException;
    }

    private static <T> T reading(Path file, Reading<T> reading) {
        Path headerFile = NiftiFiles.header(file);
        NiftiFiles.checkReadable(headerFile);
        try {
            return reading.of(headerFile);
        } catch (ZipException e) {
            throw new InputRefusedException(
                    "%s: damaged gzip data (%s); copy or export it again".formatted(headerFile, e.getMessage()), e);
        } catch (EOFException e) {
            throw new InputRefusedException(headerFile + ": truncated gzip data; copy or export it again", e);
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be read (%s)".formatted(headerFile, e.getMessage()), e);
        }
    }

    private static NiftiImage readChecked(Path headerFile) throws IOException {
        try (InputStream in = open(headerFile)) {
            byte[] bytes = readHeader(in);
            NiftiHeader header = NiftiHeader.parse(headerFile, bytes);
            NiftiDatatype datatype = datatype(headerFile, header);
            int[] size = size(headerFile, header);
            checkScaling(headerFile, header);
            PlacedGrid placed = PlacedGrid.of(headerFile, header, size[0], size[1], size[2]);
            Volume volume;
            if (header.singleFile()) {
                volume = readVoxels(headerFile, in, bytes.length, header, datatype, placed.grid());
            } else {
                Path imageFile = NiftiFiles.image(headerFile);
                NiftiFiles.checkReadable(imageFile);
                try (InputStream image = open(imageFile)) {
                    volume = readVoxels(imageFile, image, 0, header, datatype, placed.grid());
                }
            }
            return new NiftiImage(
                    headerFile,
                    volume,
                    header.version(),
                    header.byteOrder(),
                    datatype,
                    placed.placement(),
                    header.descrip());
        }
    }

    private static InputStream open(Path file) throws IOException {
        var buffered = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            buffered.mark(2);
            boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
            buffered.reset();
            return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
        } catch (IOException e) {
            buffered.close();
            throw e;
        }
    }

    /** As much as the header could need, and no more than it does. */
    private static byte[] readHeader(InputStream in) throws IOException {
        byte[] first = in.readNBytes(NiftiHeader.SIZE_1);
        if (first.length < NiftiHeader.SIZE_1 || !NiftiHeader.beginsVersion2(first)) {
            return first;
        }
        byte[] rest = in.readNBytes(NiftiHeader.SIZE_2 - NiftiHeader.SIZE_1);
        byte[] whole = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, whole, first.length, rest.length);
        return whole;
    }

    private static NiftiDatatype datatype(Path file, NiftiHeader header) {
        NiftiDatatype datatype = NiftiDatatype.ofCode(header.datatype())
                .orElseThrow(() -> new InputRefusedException(
                        "%s: voxel type %d is not one of the NIfTI standard; the header is damaged"
                                .formatted(file, header.datatype())));
        if (!datatype.readable()) {
            throw new InputRefusedException(
                    "%s: voxels of type %s are not read: %s".formatted(file, datatype, datatype.whyUnreadable()));
        }
        return datatype;
    }

    private static int[] size(Path file, NiftiHeader header) {
        long dimensions = header.dim().get(0);
        if (dimensions < 1 || dimensions > 7) {
            throw new InputRefusedException(
                    "%s: %d dimensions, expected 1 to 7; the header is damaged".formatted(file, dimensions));
        }
        List<Long> used = header.dim().subList(1, (int) dimensions + 1);
        String sizes = used.stream().map(String::valueOf).collect(Collectors.joining(" x "));
        if (used.stream().anyMatch(n -> n < 1 || n > Integer.MAX_VALUE)) {
            throw new InputRefusedException(
                    "%s: size %s, expected at least one voxel on each axis; the header is damaged"
                            .formatted(file, sizes));
        }
        if (used.stream().skip(3).anyMatch(n -> n > 1)) {
            throw new InputRefusedException(
                    "%s: %d-D image of size %s, expected a single 3-D volume; extract one volume"
                            .formatted(file, dimensions, sizes));
        }
        var size = new int[] {1, 1, 1};
        for (int n = 0; n < Math.min(3, used.size()); n++) {
            size[n] = (int) (long) used.get(n);
        }
        double voxels = (double) size[0] * size[1] * size[2];
        if (voxels > Integer.MAX_VALUE - 8) {
            throw new InputRefusedException("%s: size %s, more voxels than can be held (%.1e); the header is damaged"
                    .formatted(file, sizes, voxels));
        }
        return size;
    }

    private static void checkScaling(Path file, NiftiHeader header) {
        if (VoxelDecoder.isScaling(header.sclSlope()) && !Double.isFinite(header.sclInter())) {
            throw new InputRefusedException(
                    "%s: scl_inter is %s, expected a number; repair the header".formatted(file, header.sclInter()));
        }
    }

    private static Volume readVoxels(
            Path file, InputStream in, int position, NiftiHeader header, NiftiDatatype datatype, VoxelGrid grid)
            throws IOException {
        double offset = header.voxOffset();
        if (!(offset >= position) || offset != Math.rint(offset) || offset > Long.MAX_VALUE / 2.0) {
            throw new InputRefusedException("%s: voxels at byte %s, expected at least %d; the header is damaged"
                    .formatted(file, offset, position));
        }
        long needed = (long) offset + (long) grid.voxelCount() * datatype.bytesPerVoxel();
        checkLength(file, in, needed, grid);
        float[] values = allocate(file, grid);
        try {
            in.skipNBytes((long) offset - position);
            new VoxelDecoder(datatype, header.byteOrder(), header.sclSlope(), header.sclInter()).decode(in, values);
            verifyEnd(in);
        } catch (EOFException e) {
            throw new InputRefusedException(
                    "%s: truncated, it ends before its %s voxels do; copy or export it again"
                            .formatted(file, sizes(grid)),
                    e);
        }
        return new Volume(grid, values);
    }

    /** Reading past the last voxel makes gzip compare its checksum. */
    private static void verifyEnd(InputStream in) throws IOException {
        in.skip(1);
    }

    private static void checkLength(Path file, InputStream in, long needed, VoxelGrid grid) throws IOException {
        long length = Files.size(file);
        long most = in instanceof GZIPInputStream ? length * LARGEST_GZIP_RATIO : length;
        if (Files.isRegularFile(file) && most < needed) {
            throw new InputRefusedException(
                    "%s: truncated, %s voxels need %d bytes and the file holds %s%d; copy or export it again"
                            .formatted(file, sizes(grid), needed, most == length ? "" : "at most ", most));
        }
    }

    private static float[] allocate(Path file, VoxelGrid grid) {
        try {
            return new float[grid.voxelCount()];
        } catch (OutOfMemoryError e) {
            throw new InputRefusedException(
                    "%s: %s voxels do not fit into %d MB of memory; raise the heap"
                            .formatted(file, sizes(grid), Runtime.getRuntime().maxMemory() >> 20),
                    e);
        }
    }

    private static String sizes(VoxelGrid grid) {
        return "%d x %d x %d".formatted(grid.sizeI(), grid.sizeJ(), grid.sizeK());
    }
}
