package org.midline.network.layer;

import org.bytedeco.pytorch.Tensor;

/** Convolution, normalisation of the sample, leaky ReLU. */
public final class Unit implements Layer {
    private final Layer layers;

    public Unit(Parameters.Scope scope, int in, int out, int kernel, int stride, int dilation) {
        layers = Convolution.withoutBias(scope.child("convolution"), in, out, kernel, stride, dilation)
                .then(new SampleNormalisation(scope.child("normalisation"), out))
                .then(new LeakyRelu());
    }

    @Override
    public Tensor apply(Tensor image) {
        return layers.apply(image);
    }
}
