package org.midline.network.layer;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * {@code max(x, 0.01 x)}, written in the place of x: for what a convolution, a normalisation or a sum has just made and
 * nobody else sees. None of these needs its result for its gradient, and a step moves that much less memory.
 */
public final class LeakyRelu implements Layer {
    static final double SLOPE = 0.01;

    @Override
    public Tensor apply(Tensor image) {
        return torch.leaky_relu_(image, new Scalar(SLOPE));
    }
}
