package org.midline.network.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.midline.network.layer.Parameters;

/**
 * The exponential average of the weights over the last steps, {@code a = d a + (1 - d) w}; early on the memory is
 * shorter, {@code d = min(decay, (1 + t) / (10 + t))}, so that the start is forgotten. It predicts better than the
 * weights of any one step (Polyak and Juditsky 1992).
 */
final class WeightAverage implements AutoCloseable {
    private final Map<String, Tensor> weights;
    private final Map<String, Tensor> averages = new LinkedHashMap<>();
    private final double decay;

    WeightAverage(Parameters parameters, double decay) {
        this.weights = parameters.byName();
        this.decay = decay;
        weights.forEach(
                (name, weight) -> averages.put(name, weight.detach().clone().retainReference()));
    }

    void update(long t) {
        try (var scope = new PointerScope();
                var guard = new NoGradGuard()) {
            double d = Math.min(decay, (1.0 + t) / (10.0 + t));
            weights.forEach((name, weight) -> averages.get(name).lerp_(weight.detach(), new Scalar(1 - d)));
        }
    }

    /** Runs something with the averages in the place of the weights, then puts the weights back. */
    void during(Runnable action) {
        swap();
        try {
            action.run();
        } finally {
            swap();
        }
    }

    private void swap() {
        try (var scope = new PointerScope();
                var guard = new NoGradGuard()) {
            weights.forEach((name, weight) -> {
                Tensor kept = weight.detach().clone();
                weight.detach().copy_(averages.get(name));
                averages.get(name).copy_(kept);
            });
        }
    }

    Map<String, Tensor> averages() {
        return averages;
    }

    @Override
    public void close() {
        averages.values().forEach(Tensor::close);
    }
}
