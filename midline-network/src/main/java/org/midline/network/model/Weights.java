package org.midline.network.model;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.midline.core.InputRefusedException;
import org.midline.network.engine.Tensors;
import org.midline.network.layer.Parameters;

/** From a file of weights into a network. */
public final class Weights {
    private Weights() {}

    /**
     * Sets every parameter to the file's tensor of the same name.
     *
     * @param source named in the message if the file is of another network
     * @throws InputRefusedException if a tensor is missing or of another size
     */
    public static void fill(Parameters parameters, TensorFile weights, String source) {
        try (var scope = new PointerScope();
                var guard = new NoGradGuard()) {
            parameters.byName().forEach((name, tensor) -> {
                FloatArray saved = weights.tensors().get(name);
                if (saved == null || saved.values().length != tensor.numel()) {
                    throw new InputRefusedException(
                            "%s: the weights lack tensor '%s' of %d values that the network needs"
                                    .formatted(source, name, tensor.numel()));
                }
                tensor.detach().copy_(Tensors.of(saved.values(), saved.shape()));
            });
        }
    }
}
