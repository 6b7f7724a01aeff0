package org.midline.network.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.midline.core.InputRefusedException;
import org.midline.network.engine.Tensors;
import org.midline.network.model.FloatArray;
import org.midline.network.model.TensorFile;

/**
 * A training's state in a safetensors file. The file is replaced in one step after all of it has reached the disk: at any
 * moment it is whole, the last one or the one before.
 *
 * @param file in the training's folder
 * @param identity of the training, without which its state means nothing
 */
record Checkpoint(Path file, TrainingIdentity identity) {
    static final String FILE_NAME = "checkpoint.safetensors";

    private static final String FORMAT = "format";
    private static final String PRESENT_FORMAT = "midline-checkpoint/2";
    private static final String STEP = "step";
    private static final String IDENTITY = "identity";
    private static final String BEST_STEP = "best.step";
    private static final String BEST_DICE = "best.dice";
    private static final String LOOKS_SINCE = "best.looksSince";
    private static final String BEST_WEIGHTS = "best/";
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean exists() {
        return Files.exists(file);
    }

    void write(TrainingState state) throws IOException {
        Map<String, FloatArray> tensors = new LinkedHashMap<>();
        state.tensors().forEach((prefix, part) -> tensors.putAll(arrays(prefix, part)));
        var metadata = new TreeMap<String, String>();
        metadata.put(FORMAT, PRESENT_FORMAT);
        metadata.put(STEP, Long.toString(state.step()));
        metadata.put(IDENTITY, identity.text());
        metadata.put(LOOKS_SINCE, Integer.toString(state.standing().looksSince()));
        if (state.standing().best().isPresent()) {
            Standing.Best best = state.standing().best().get();
            metadata.put(BEST_STEP, Long.toString(best.step()));
            metadata.put(BEST_DICE, JSON.writeValueAsString(best.dice()));
            best.weights().forEach((name, array) -> tensors.put(BEST_WEIGHTS + name, array));
        }
        new TensorFile(tensors, metadata).write(file);
    }

    /**
     * Fills a state from the file.
     *
     * @throws InputRefusedException if the file is not whole, or of a training configured otherwise or on other data, or
     *     was written by an earlier version
     */
    void restore(TrainingState state) {
        TensorFile saved = TensorFile.read(file);
        String format = saved.metadata().getOrDefault(FORMAT, "of an earlier version");
        if (!format.equals(PRESENT_FORMAT)) {
            throw new InputRefusedException(
                    "%s: the checkpoint is %s, expected %s; finish that training with the version of Midline that began it, or start in a new folder"
                            .formatted(file, format, PRESENT_FORMAT));
        }
        List<String> differences = identity.differences(saved.metadata().getOrDefault(IDENTITY, ""));
        if (!differences.isEmpty()) {
            throw new InputRefusedException(
                    "%s: the checkpoint is of another configuration or of other data (%s); start in a new folder or give the same options"
                            .formatted(file, String.join("; ", differences)));
        }
        state.tensors().forEach((prefix, part) -> fill(prefix, part, saved.tensors()));
        int looksSince = Integer.parseInt(saved.metadata().get(LOOKS_SINCE));
        state.restored(Long.parseLong(saved.metadata().get(STEP)), new Standing(best(saved), looksSince));
    }

    private static Optional<Standing.Best> best(TensorFile saved) {
        if (!saved.metadata().containsKey(BEST_STEP)) {
            return Optional.empty();
        }
        var weights = new LinkedHashMap<String, FloatArray>();
        saved.tensors().forEach((name, array) -> {
            if (name.startsWith(BEST_WEIGHTS)) {
                weights.put(name.substring(BEST_WEIGHTS.length()), array);
            }
        });
        try {
            List<Double> dice = List.of(JSON.readValue(saved.metadata().get(BEST_DICE), Double[].class));
            return Optional.of(new Standing.Best(Long.parseLong(saved.metadata().get(BEST_STEP)), dice, weights));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A checkpoint's own list of numbers", e);
        }
    }

    static Map<String, FloatArray> arrays(String prefix, Map<String, Tensor> tensors) {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        try (var scope = new PointerScope()) {
            tensors.forEach((name, tensor) -> arrays.put(
                    prefix + name,
                    new FloatArray(
                            Tensors.toFloats(tensor), tensor.sizes().vec().get())));
        }
        return arrays;
    }

    private void fill(String prefix, Map<String, Tensor> tensors, Map<String, FloatArray> saved) {
        try (var scope = new PointerScope();
                var guard = new NoGradGuard()) {
            tensors.forEach((name, tensor) -> {
                FloatArray array = saved.get(prefix + name);
                if (array == null || array.values().length != tensor.numel()) {
                    throw new InputRefusedException("%s: no tensor '%s' of %d values; the file is of another network"
                            .formatted(file, prefix + name, tensor.numel()));
                }
                tensor.detach().copy_(Tensors.of(array.values(), array.shape()));
            });
        }
    }
}
