package org.midline.dicom.pixel;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The compressed bit stream of each frame, put together from the fragments of encapsulated pixel data (DICOM PS3.5
 * A.4): one fragment per frame, or by the Basic Offset Table, or by the markers that begin and end a stream.
 */
final class EncapsulatedFrames {
    private static final int ITEM_HEADER_BYTES = 8;
    private static final int ITEM = 0xFFFEE000;
    private static final int SEQUENCE_DELIMITER = 0xFFFEE0DD;

    private final List<List<byte[]>> frames;

    private EncapsulatedFrames(List<List<byte[]>> frames) {
        this.frames = frames;
    }

    /**
     * Reads the items up to the sequence delimiter.
     *
     * @throws IOException if the items end early or do not make up {@code frameCount} frames
     */
    static EncapsulatedFrames read(InputStream in, int frameCount) throws IOException {
        byte[] offsetTable = item(in).orElseThrow(() -> new IOException("encapsulated pixel data without any item"));
        var pieces = new ArrayList<byte[]>();
        for (Optional<byte[]> piece = item(in); piece.isPresent(); piece = item(in)) {
            pieces.add(piece.get());
        }
        List<List<byte[]>> frames;
        if (frameCount == 1) {
            frames = List.of(pieces);
        } else if (pieces.size() == frameCount) {
            frames = pieces.stream().map(List::of).toList();
        } else if (offsetTable.length == 4 * frameCount) {
            frames = byOffsets(pieces, offsetTable);
        } else {
            frames = byMarkers(pieces);
        }
        if (frames.size() != frameCount || pieces.isEmpty()) {
            throw new IOException("%d fragments of pixel data hold %d frames, expected %d"
                    .formatted(pieces.size(), frames.size(), frameCount));
        }
        return new EncapsulatedFrames(frames);
    }

    /** The value of the next item, or nothing at the sequence delimiter. Encapsulated data is always little-endian. */
    private static Optional<byte[]> item(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(ITEM_HEADER_BYTES);
        if (bytes.length < ITEM_HEADER_BYTES) {
            throw new EOFException("items of pixel data");
        }
        var header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int tag = (header.getShort() & 0xFFFF) << 16 | (header.getShort() & 0xFFFF);
        int length = header.getInt();
        if (tag == SEQUENCE_DELIMITER) {
            return Optional.empty();
        }
        if (tag != ITEM || length < 0) {
            throw new IOException("tag %08X of length %d among the items of pixel data".formatted(tag, length));
        }
        byte[] value = in.readNBytes(length);
        if (value.length < length) {
            throw new EOFException("item of pixel data");
        }
        return Optional.of(value);
    }

    private static List<List<byte[]>> byOffsets(List<byte[]> pieces, byte[] offsetTable) {
        var offsets =
                ByteBuffer.wrap(offsetTable).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        var frames = new ArrayList<List<byte[]>>();
        long position = 0;
        for (byte[] piece : pieces) {
            if (offsets.hasRemaining() && position == Integer.toUnsignedLong(offsets.get(offsets.position()))) {
                offsets.get();
                frames.add(new ArrayList<>());
            }
            if (!frames.isEmpty()) {
                frames.get(frames.size() - 1).add(piece);
            }
            position += ITEM_HEADER_BYTES + piece.length;
        }
        return frames;
    }

    private static List<List<byte[]>> byMarkers(List<byte[]> pieces) {
        var frames = new ArrayList<List<byte[]>>();
        boolean ended = true;
        for (byte[] piece : pieces) {
            if (ended && startsStream(piece)) {
                frames.add(new ArrayList<>());
            }
            if (!frames.isEmpty()) {
                frames.get(frames.size() - 1).add(piece);
            }
            ended = endsStream(piece);
        }
        return frames;
    }

    /** JPEG and JPEG-LS begin with SOI (FFD8), JPEG 2000 with SOC (FF4F). */
    private static boolean startsStream(byte[] piece) {
        return piece.length > 1 && piece[0] == (byte) 0xFF && (piece[1] == (byte) 0xD8 || piece[1] == (byte) 0x4F);
    }

    /** All of them end with FFD9, perhaps padded to even length. */
    private static boolean endsStream(byte[] piece) {
        int last = piece.length - 1;
        while (last > 0 && piece[last] == 0) {
            last--;
        }
        return last > 0 && piece[last - 1] == (byte) 0xFF && piece[last] == (byte) 0xD9;
    }

    byte[] bytes(int frame) {
        List<byte[]> pieces = frames.get(frame);
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        var joined = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            joined.writeBytes(piece);
        }
        return joined.toByteArray();
    }
}
