package org.midline.network.layer;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** {@code max(x, 0.01 x)}. */
public final class LeakyRelu implements Layer {
    static final double SLOPE = 0.01;

    @Override
    public Tensor apply(Tensor image) {
        return torch.leaky_relu(image, new Scalar(SLOPE));
    }
}
