package org.midline.cohort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.midline.core.file.WholeFile;

/**
 * The SHA-256 of every file of a cohort, in a file that {@code sha256sum -c} reads: two cohorts are the same, byte by
 * byte, if their files of hashes are.
 */
public final class FileHashes {
    /** The file of hashes, in the cohort's folder. */
    public static final String FILE_NAME = "SHA256SUMS";

    private static final int PIECE_BYTES = 1 << 16;

    private FileHashes() {}

    /**
     * Hashes files and writes {@link #FILE_NAME}, a line a file, sorted by path.
     *
     * @param folder that the paths start from
     * @param parts files and folders in it; folders with all they hold, but for hidden files; those that do not exist are
     *     left out
     * @return SHA-256 of the file written, in hexadecimal: one number for all of them
     */
    public static String write(Path folder, List<String> parts) throws IOException {
        var lines = new TreeMap<String, String>();
        for (String part : parts) {
            Path start = folder.resolve(part);
            if (Files.exists(start)) {
                try (Stream<Path> found = Files.walk(start)) {
                    for (Path file : found.filter(Files::isRegularFile).toList()) {
                        if (!file.getFileName().toString().startsWith(".")) {
                            lines.put(folder.relativize(file).toString().replace('\\', '/'), sha256(file));
                        }
                    }
                }
            }
        }
        var text = new StringBuilder();
        lines.forEach(
                (path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
        WholeFile.writeText(folder.resolve(FILE_NAME), text.toString());
        return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of a file, in hexadecimal. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        var piece = new byte[PIECE_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                digest.update(piece, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of some bytes, in hexadecimal. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
