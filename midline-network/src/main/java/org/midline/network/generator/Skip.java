package org.midline.network.generator;

import org.bytedeco.pytorch.Tensor;
import org.midline.network.layer.Parameters;
import org.midline.network.layer.SpatialChannelAttention;

/** How the encoder's image joins what comes from below, two tensors of the same shape. */
@FunctionalInterface
interface Skip {
    Tensor merge(Tensor encoded, Tensor fromBelow);

    static Skip of(GeneratorConfiguration configuration, Parameters.Scope scope, int width) {
        if (!configuration.attention()) {
            return Tensor::add;
        }
        var attention = new SpatialChannelAttention(scope.child("attention"), width);
        return (encoded, fromBelow) ->
                attention.apply(encoded, encoded.add(fromBelow)).add(fromBelow);
    }
}
