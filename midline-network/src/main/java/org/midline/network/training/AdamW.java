package org.midline.network.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.midline.network.layer.Parameters;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv:1711.05101), for step t from 1:
 *
 * <pre>
 * m = b1 m + (1 - b1) g,   v = b2 v + (1 - b2) g^2
 * w = w (1 - rate decay) - rate (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + 1e-8)
 * </pre>
 *
 * <p>Convolution weights decay, gains, shifts and biases do not. Written here and not taken from the tensor library so
 * that the whole state lies in named tensors and a checkpoint is a plain safetensors file.
 */
final class AdamW implements AutoCloseable {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;
    private static final double EPSILON = 1e-8;

    private final Map<String, Tensor> weights;
    private final Map<String, Tensor> firstMoments = new LinkedHashMap<>();
    private final Map<String, Tensor> secondMoments = new LinkedHashMap<>();
    private final double weightDecay;

    AdamW(Parameters parameters, double weightDecay) {
        this.weights = parameters.byName();
        this.weightDecay = weightDecay;
        try (var guard = new NoGradGuard()) {
            weights.forEach((name, weight) -> {
                firstMoments.put(name, torch.zeros_like(weight).retainReference());
                secondMoments.put(name, torch.zeros_like(weight).retainReference());
            });
        }
    }

    /** Changes the weights by their gradients, which are then cleared. */
    void step(long t, double rate) {
        try (var scope = new PointerScope();
                var guard = new NoGradGuard()) {
            double correction1 = 1 - Math.pow(BETA1, (double) t);
            double correction2 = Math.sqrt(1 - Math.pow(BETA2, (double) t));
            for (var entry : weights.entrySet()) {
                Tensor weight = entry.getValue();
                Tensor gradient = weight.grad();
                Tensor m = firstMoments.get(entry.getKey());
                Tensor v = secondMoments.get(entry.getKey());
                m.lerp_(gradient, new Scalar(1 - BETA1));
                v.mul_(new Scalar(BETA2)).addcmul_(gradient, gradient, new Scalar(1 - BETA2));
                Tensor scale = v.sqrt().div_(new Scalar(correction2)).add_(new Scalar(EPSILON));
                if (weight.dim() > 1) {
                    weight.mul_(new Scalar(1 - rate * weightDecay));
                }
                weight.addcdiv_(m, scale, new Scalar(-rate / correction1));
                gradient.zero_();
            }
        }
    }

    Map<String, Tensor> firstMoments() {
        return firstMoments;
    }

    Map<String, Tensor> secondMoments() {
        return secondMoments;
    }

    @Override
    public void close() {
        firstMoments.values().forEach(Tensor::close);
        secondMoments.values().forEach(Tensor::close);
    }
}
