package org.midline.network.tensorboard;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.zip.CRC32C;

/**
 * An event file of TensorBoard: one record for each event, framed as TensorFlow's record files are,
 *
 * <pre>
 * length (8 bytes), checksum of the length (4), event (length), checksum of the event (4)
 * </pre>
 *
 * <p>little endian; the event is a Protocol Buffers message, of whose fields only the few needed here are written. Each
 * start of a training writes a file of its own; TensorBoard forgets what earlier files say of the steps that are done
 * again.
 */
public final class EventFile implements Closeable {
    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int SESSION_LOG = 7;

    private static final int MASK = 0xa282ead8;

    private final OutputStream out;
    private final InstantSource clock;

    private EventFile(OutputStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /**
     * Begins a new file in a folder.
     *
     * @param firstStep what earlier files in the folder say of this step and later ones no longer holds
     */
    public static EventFile begin(Path folder, long firstStep, InstantSource clock) throws IOException {
        Files.createDirectories(folder);
        Path file = free(folder, clock.instant());
        var events = new EventFile(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)), clock);
        events.write(events.event(0).add(FILE_VERSION, "brain.Event:2"));
        events.write(events.event(firstStep).add(SESSION_LOG, new ProtobufMessage().add(1, 1)));
        return events;
    }

    /** TensorBoard reads the files of a folder in the order of their names, which is that of time. */
    private static Path free(Path folder, Instant now) {
        long second = now.getEpochSecond();
        Path file;
        do {
            file = folder.resolve("events.out.tfevents.%010d.midline".formatted(second++));
        } while (Files.exists(file));
        return file;
    }

    public void scalar(long step, String tag, double value) throws IOException {
        summary(step, new ProtobufMessage().add(1, tag).add(2, (float) value));
    }

    /** @param png of an RGB picture of that size */
    public void picture(long step, String tag, int width, int height, byte[] png) throws IOException {
        int rgb = 3;
        var image =
                new ProtobufMessage().add(1, height).add(2, width).add(3, rgb).add(4, png);
        summary(step, new ProtobufMessage().add(1, tag).add(4, image));
    }

    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void summary(long step, ProtobufMessage value) throws IOException {
        write(event(step).add(SUMMARY, new ProtobufMessage().add(1, value)));
    }

    private ProtobufMessage event(long step) {
        return new ProtobufMessage().add(WALL_TIME, clock.millis() / 1000.0).add(STEP, step);
    }

    private void write(ProtobufMessage event) throws IOException {
        byte[] content = event.toByteArray();
        ByteBuffer record = ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + content.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(content.length);
        record.putInt(masked(record.array(), Long.BYTES));
        record.put(content);
        record.putInt(masked(content, content.length));
        out.write(record.array());
    }

    /** CRC-32C, rotated and shifted, so that the checksum of data that hold checksums is a good one too. */
    private static int masked(byte[] data, int length) {
        var crc = new CRC32C();
        crc.update(data, 0, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }
}
