package org.midline.network.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.midline.network.engine.Tensors;

/**
 * Instance normalisation (Ulyanov et al. 2016, arXiv:1607.08022): {@code y = g (x - mean) / sqrt(var + 1e-5) + b}, mean
 * and variance over the voxels of one sample and channel, in training as in inference.
 *
 * <p>Computed as batch normalisation of each sample alone: the library's own instance and group normalisation are wrong
 * or slow for {@code channels_last_3d} gradients. The samples are split and not narrowed: the gradient of a split is one
 * concatenation, that of each narrowing an image of zeros with a part filled in.
 */
public final class SampleNormalisation implements Layer {
    private static final double EPSILON = 1e-5;

    private final TensorOptional gain;
    private final TensorOptional shift;

    public SampleNormalisation(Parameters.Scope scope, int channels) {
        gain = new TensorOptional(scope.constant("gain", channels, 1));
        shift = new TensorOptional(scope.constant("shift", channels, 0));
        gain.retainReference();
        shift.retainReference();
    }

    @Override
    public Tensor apply(Tensor image) {
        int samples = Math.toIntExact(image.size(0));
        if (samples == 1) {
            return normalise(image);
        }
        TensorVector parts = torch.split(image, 1, 0);
        var normalised = new Tensor[samples];
        for (int n = 0; n < samples; n++) {
            normalised[n] = normalise(parts.get(n));
        }
        return Tensors.concatenate(0, normalised);
    }

    private Tensor normalise(Tensor sample) {
        var none = new TensorOptional();
        return torch.batch_norm(sample, gain, shift, none, none, true, 0, EPSILON, false);
    }
}
