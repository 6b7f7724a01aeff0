package org.midline.network.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.InputRefusedException;

class TensorFileTest {
    @TempDir
    Path folder;

    @Test
    void roundTrip() throws IOException {
        Path file = folder.resolve("a.safetensors");
        Map<String, FloatArray> tensors = new LinkedHashMap<>();
        tensors.put(
                "b", new FloatArray(new float[] {1, -2, Float.MIN_VALUE, Float.MAX_VALUE, 0, 6}, new long[] {2, 3}));
        tensors.put("a", new FloatArray(new float[] {7}, new long[] {}));
        new TensorFile(tensors, Map.of("step", "12")).write(file);

        TensorFile read = TensorFile.read(file);
        assertThat(read.metadata()).containsExactly(Map.entry("step", "12"));
        assertThat(read.tensors().keySet()).containsExactly("b", "a");
        assertThat(read.tensors().get("b").values()).containsExactly(1, -2, Float.MIN_VALUE, Float.MAX_VALUE, 0, 6);
        assertThat(read.tensors().get("b").shape()).containsExactly(2, 3);
        assertThat(read.tensors().get("a").shape()).isEmpty();
        assertThat(folder.toFile().list()).containsExactly("a.safetensors");
    }

    @Test
    void readsTheFormatAsItIsDefined() throws IOException {
        String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text).putFloat(1.5f).putFloat(-3);
        Path file = Files.write(folder.resolve("hand.safetensors"), bytes.array());

        assertThat(TensorFile.read(file).tensors().get("w").values()).containsExactly(1.5f, -3);
    }

    @Test
    void refusesWhatIsNotWhole() throws IOException {
        Path file = folder.resolve("a.safetensors");
        new TensorFile(Map.of("w", new FloatArray(new float[100], new long[] {10, 10})), Map.of()).write(file);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 5, 8, 20, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut" + length), java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> TensorFile.read(cut))
                    .isInstanceOf(InputRefusedException.class)
                    .hasMessageContaining("cut" + length);
        }
    }

    @Test
    void refusesOtherTypes() throws IOException {
        String header = "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}";
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        Path file = Files.write(folder.resolve("double.safetensors"), bytes.array());

        assertThatThrownBy(() -> TensorFile.read(file)).hasMessageContaining("F64");
    }
}
