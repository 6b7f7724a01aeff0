package org.midline.network.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.midline.core.InputRefusedException;
import org.midline.network.engine.Tensors;
import org.midline.network.model.FloatArray;
import org.midline.network.model.TensorFile;

/**
 * The complete state of a training after some step: weights, their average, both moments of the optimiser. The position
 * in the stream of patches follows from the step.
 */
final class Checkpoint {
    private static final String STEP = "step";
    private static final String CONFIGURATION = "configuration";

    private final Map<String, Map<String, Tensor>> parts = new LinkedHashMap<>();

    Checkpoint(Map<String, Tensor> weights, WeightAverage average, AdamW optimiser) {
        parts.put("weight/", weights);
        parts.put("average/", average.averages());
        parts.put("first/", optimiser.firstMoments());
        parts.put("second/", optimiser.secondMoments());
    }

    /** Further parts of the state, by the prefix of their names. */
    void add(Map<String, Map<String, Tensor>> more) {
        parts.putAll(new TreeMap<>(more));
    }

    void write(Path file, long step, String configuration) throws IOException {
        Map<String, FloatArray> tensors = new LinkedHashMap<>();
        parts.forEach((prefix, part) -> tensors.putAll(arrays(prefix, part)));
        new TensorFile(tensors, Map.of(STEP, Long.toString(step), CONFIGURATION, configuration)).write(file);
    }

    /**
     * Fills the state from a file.
     *
     * @return the step after which it was written
     * @throws InputRefusedException if the file is of a training configured otherwise
     */
    long restore(Path file, String configuration) {
        TensorFile saved = TensorFile.read(file);
        if (!configuration.equals(saved.metadata().get(CONFIGURATION))) {
            throw new InputRefusedException(
                    "%s: the checkpoint is of another configuration; start in a new folder or give the same options"
                            .formatted(file));
        }
        parts.forEach((prefix, part) -> fill(file, prefix, part, saved.tensors()));
        return Long.parseLong(saved.metadata().get(STEP));
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

    private static void fill(Path file, String prefix, Map<String, Tensor> tensors, Map<String, FloatArray> saved) {
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
