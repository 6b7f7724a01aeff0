package org.midline.core.nifti;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.midline.core.InputRefusedException;

/** The names of NIfTI files: single ones, and the pairs of a header (.hdr) and an image (.img), each plain or .gz. */
final class NiftiFiles {
    private NiftiFiles() {}

    static void checkReadable(Path file) {
        if (Files.isDirectory(file)) {
            throw new InputRefusedException(file + ": is a folder, expected a NIfTI file");
        }
        if (!Files.exists(file)) {
            throw new InputRefusedException(file + ": no such file, expected a NIfTI image");
        }
        if (!Files.isReadable(file)) {
            throw new InputRefusedException(file + ": no permission to read it");
        }
    }

    /** The file that holds the header: the file itself unless it is the image of a pair. */
    static Path header(Path file) {
        return partner(file, ".img", ".hdr");
    }

    /** The image that belongs to the header of a pair. */
    static Path image(Path headerFile) {
        Path image = partner(headerFile, ".hdr", ".img");
        if (image.equals(headerFile)) {
            throw new InputRefusedException(headerFile
                    + ": header of a .hdr/.img pair (magic 'ni1' or 'ni2'), expected a name that ends in .hdr");
        }
        return image;
    }

    /** With one ending exchanged for another; plain and gzip each stand in for the other where only one exists. */
    private static Path partner(Path file, String from, String to) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        boolean gzip = name.toLowerCase(Locale.ROOT).endsWith(".gz");
        String plain = gzip ? name.substring(0, name.length() - 3) : name;
        if (!plain.toLowerCase(Locale.ROOT).endsWith(from)) {
            return file;
        }
        String stem = plain.substring(0, plain.length() - from.length()) + to;
        Path same = file.resolveSibling(gzip ? stem + ".gz" : stem);
        Path other = file.resolveSibling(gzip ? stem : stem + ".gz");
        return !Files.exists(same) && Files.exists(other) ? other : same;
    }

    static boolean gzipByName(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".nii.gz")) {
            return true;
        }
        if (name.endsWith(".nii")) {
            return false;
        }
        throw new InputRefusedException(file + ": expected a name that ends in .nii or .nii.gz");
    }
}
