package org.midline.network.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.midline.core.InputRefusedException;
import org.midline.core.file.WholeFile;

/**
 * Named arrays of floats in the safetensors format: eight bytes of header length, a JSON header with type, shape and
 * place of each tensor, then the values, little endian, last dimension fastest.
 *
 * @param tensors in the order of the file
 * @param metadata free text by name
 */
public record TensorFile(Map<String, FloatArray> tensors, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    private static final long LONGEST_HEADER = 16 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    public TensorFile {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }

    /**
     * Reads a file of 32-bit floats.
     *
     * @throws InputRefusedException if the file is not one, is cut short, or holds another type
     */
    public static TensorFile read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long headerLength = size < 8 ? -1 : readFully(channel, 0, 8).getLong();
            if (headerLength < 2 || headerLength > LONGEST_HEADER || 8 + headerLength > size) {
                throw new InputRefusedException("%s: not a safetensors file (header length %d in a file of %d bytes)"
                        .formatted(file, headerLength, size));
            }
            JsonNode header =
                    JSON.readTree(readFully(channel, 8, (int) headerLength).array());
            ByteBuffer data = readFully(channel, 8 + headerLength, Math.toIntExact(size - 8 - headerLength));
            return decode(file, header, data);
        } catch (IOException e) {
            throw new InputRefusedException(
                    "%s: cannot be read as safetensors (%s)".formatted(file, e.getMessage()), e);
        }
    }

    /** Writes the file whole or not at all. */
    public void write(Path file) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            header.set(METADATA, JSON.valueToTree(metadata));
        }
        long offset = 0;
        for (var entry : tensors.entrySet()) {
            ObjectNode tensor = header.putObject(entry.getKey());
            tensor.put("dtype", "F32");
            tensor.set("shape", JSON.valueToTree(entry.getValue().shape()));
            long end = offset + 4L * entry.getValue().values().length;
            tensor.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        var text = new StringBuilder(JSON.writeValueAsString(header));
        while (text.length() % 8 != 0) {
            text.append(' ');
        }
        byte[] headerBytes = text.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(8 + headerBytes.length + offset))
                .order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(headerBytes.length).put(headerBytes);
        for (FloatArray tensor : tensors.values()) {
            all.asFloatBuffer().put(tensor.values());
            all.position(all.position() + 4 * tensor.values().length);
        }
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        WholeFile.write(file, stream -> stream.write(all.array()));
    }

    private static ByteBuffer readFully(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("ends at byte " + channel.size() + " of " + (position + length));
            }
        }
        buffer.flip();
        return buffer;
    }

    private static TensorFile decode(Path file, JsonNode header, ByteBuffer data) {
        Map<String, FloatArray> tensors = new LinkedHashMap<>();
        Map<String, String> metadata = new TreeMap<>();
        for (var field : header.properties()) {
            if (field.getKey().equals(METADATA)) {
                field.getValue()
                        .properties()
                        .forEach(entry ->
                                metadata.put(entry.getKey(), entry.getValue().asText()));
            } else {
                tensors.put(field.getKey(), decodeTensor(file, field.getKey(), field.getValue(), data));
            }
        }
        return new TensorFile(tensors, metadata);
    }

    private static FloatArray decodeTensor(Path file, String name, JsonNode entry, ByteBuffer data) {
        String type = entry.path("dtype").asText();
        if (!type.equals("F32")) {
            throw new InputRefusedException(
                    "%s: tensor '%s' is of type '%s', expected F32".formatted(file, name, type));
        }
        var shape = new long[entry.path("shape").size()];
        long count = 1;
        for (int d = 0; d < shape.length; d++) {
            shape[d] = entry.path("shape").get(d).asLong(-1);
            if (shape[d] < 0) {
                throw new InputRefusedException("%s: tensor '%s' has a negative size".formatted(file, name));
            }
            count = Math.multiplyExact(count, shape[d]);
        }
        long begin = entry.path("data_offsets").path(0).asLong(-1);
        long end = entry.path("data_offsets").path(1).asLong(-1);
        if (begin < 0 || end > data.capacity() || end - begin != 4 * count) {
            throw new InputRefusedException("%s: tensor '%s' lies at bytes %d to %d of %d, expected %d bytes"
                    .formatted(file, name, begin, end, data.capacity(), 4 * count));
        }
        var values = new float[Math.toIntExact(count)];
        data.duplicate()
                .order(ByteOrder.LITTLE_ENDIAN)
                .position((int) begin)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new FloatArray(values, shape);
    }
}
