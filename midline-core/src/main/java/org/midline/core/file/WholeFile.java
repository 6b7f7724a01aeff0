package org.midline.core.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes a file so that its name never holds a part of it: the content goes to a temporary file in the same folder,
 * reaches the disk, and is moved into place in one step. A failure leaves what was there before, and no temporary file.
 */
public final class WholeFile {
    private static final AtomicLong SERIAL = new AtomicLong();

    /** Something that writes the content; the stream is buffered, and closed by the caller of this. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes {@code file}, replacing one that exists; folders that are missing on the way are made.
     *
     * @throws IOException if the folder cannot be made or written, or the disk is full
     */
    public static void write(Path file, Content content) throws IOException {
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path partial = whole.resolveSibling(".%s.%d-%d.tmp"
                .formatted(whole.getFileName(), ProcessHandle.current().pid(), SERIAL.incrementAndGet()));
        try {
            try (FileChannel channel =
                            FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Writes text in UTF-8. */
    public static void writeText(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
