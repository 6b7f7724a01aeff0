package org.midline.network.layer;

import org.bytedeco.pytorch.Tensor;

/** A residual block of one scale, for comparison: {@code y = leaky(x + norm(conv(x)))}, as dear as the multi-scale one. */
public final class PlainBlock implements Layer {
    private final Layer change;
    private final Layer activation = new LeakyRelu();

    public PlainBlock(Parameters.Scope scope, int channels) {
        change = Convolution.withoutBias(scope.child("convolution"), channels, channels, 3, 1, 1)
                .then(new SampleNormalisation(scope.child("normalisation"), channels));
    }

    @Override
    public Tensor apply(Tensor image) {
        return activation.apply(image.add(change.apply(image)));
    }
}
