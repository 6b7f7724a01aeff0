package org.midline.network.training;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.midline.core.file.WholeFile;

/**
 * A table as text that grows by a row for each step, the step in the first column. Opened again, it loses the rows after
 * the step that is gone on from, and half a row that was being written when the program was killed.
 */
final class StepTable implements Closeable {
    private final FileChannel channel;
    private final List<String> kept;
    private final StringBuilder unwritten = new StringBuilder();

    private StepTable(FileChannel channel, List<String> kept) {
        this.channel = channel;
        this.kept = kept;
    }

    /**
     * @param header the names of the columns, separated by commas
     * @param lastStep whose row is the last that is kept
     */
    static StepTable open(Path file, String header, long lastStep) throws IOException {
        List<String> kept = new ArrayList<>();
        if (Files.exists(file)) {
            String text = Files.readString(file);
            text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> isRowUpTo(line, lastStep))
                    .forEach(kept::add);
        }
        var whole = new StringBuilder(header).append('\n');
        kept.forEach(line -> whole.append(line).append('\n'));
        WholeFile.writeText(file, whole.toString());
        return new StepTable(FileChannel.open(file, StandardOpenOption.APPEND), List.copyOf(kept));
    }

    private static boolean isRowUpTo(String line, long lastStep) {
        String first = line.substring(0, Math.max(0, line.indexOf(',')));
        return first.matches("[0-9]{1,18}") && Long.parseLong(first) <= lastStep;
    }

    /** The rows that were kept from before. */
    List<String> kept() {
        return kept;
    }

    /** Adds a row, which reaches the file by {@link #flush()}. */
    void add(String row) {
        unwritten.append(row).append('\n');
    }

    void flush() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(unwritten.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        unwritten.setLength(0);
    }

    /** Everything added is on the disk afterwards. */
    void force() throws IOException {
        flush();
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        try {
            flush();
        } finally {
            channel.close();
        }
    }
}
