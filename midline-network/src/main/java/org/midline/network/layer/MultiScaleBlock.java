package org.midline.network.layer;

import org.bytedeco.pytorch.Tensor;
import org.midline.network.engine.Tensors;

/**
 * A residual block that sees several scales at once: a chain of 3x3x3 convolutions at half width whose members are all
 * kept, so that receptive fields of 3, 5 and 7 voxels lie side by side, fused by a 1x1x1 convolution:
 *
 * <pre>
 * a = f(x), b = f(a), c = f(b);  y = leaky(x + norm(W [a b c]))
 * </pre>
 *
 * <p>In the spirit of the Inception and Res2Net blocks (Szegedy et al. 2015, Gao et al. 2019). The three small
 * convolutions cost as much as one at full width.
 */
public final class MultiScaleBlock implements Layer {
    private final Layer narrow;
    private final Layer middle;
    private final Layer wide;
    private final Layer fuse;
    private final Layer activation = new LeakyRelu();

    public MultiScaleBlock(Parameters.Scope scope, int channels) {
        int half = channels / 2;
        narrow = new Unit(scope.child("narrow"), channels, half, 3, 1, 1);
        middle = new Unit(scope.child("middle"), half, half, 3, 1, 1);
        wide = new Unit(scope.child("wide"), half, half, 3, 1, 1);
        fuse = Convolution.withoutBias(scope.child("fuse"), 3 * half, channels, 1, 1, 1)
                .then(new SampleNormalisation(scope.child("normalisation"), channels));
    }

    @Override
    public Tensor apply(Tensor image) {
        Tensor a = narrow.apply(image);
        Tensor b = middle.apply(a);
        Tensor c = wide.apply(b);
        return activation.apply(image.add(fuse.apply(Tensors.concatenate(1, a, b, c))));
    }
}
