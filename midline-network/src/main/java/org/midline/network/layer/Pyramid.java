package org.midline.network.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.midline.network.engine.Tensors;

/**
 * A pyramid of receptive fields at the bottleneck (atrous spatial pyramid pooling, Chen et al. 2017, arXiv:1706.05587):
 * 1x1x1, 3x3x3 at dilation 1 and 2, and the mean of the whole field, fused and added to the input.
 *
 * <p>The mean passes through a convolution with bias and no normalisation: a single voxel has no variance.
 */
public final class Pyramid implements Layer {
    private final Layer point;
    private final Layer near;
    private final Layer far;
    private final Layer whole;
    private final Layer fuse;

    public Pyramid(Parameters.Scope scope, int channels) {
        int branch = channels / 2;
        point = new Unit(scope.child("point"), channels, branch, 1, 1, 1);
        near = new Unit(scope.child("near"), channels, branch, 3, 1, 1);
        far = new Unit(scope.child("far"), channels, branch, 3, 1, 2);
        whole = Convolution.withBias(scope.child("whole"), channels, branch, 1, 1, 0)
                .then(new LeakyRelu());
        fuse = new Unit(scope.child("fuse"), 4 * branch, channels, 1, 1, 1);
    }

    @Override
    public Tensor apply(Tensor image) {
        Tensor mean = whole.apply(torch.adaptive_avg_pool3d(image, 1, 1, 1));
        Tensor spread = mean.expand(image.size(0), mean.size(1), image.size(2), image.size(3), image.size(4));
        return image.add(
                fuse.apply(Tensors.concatenate(1, point.apply(image), near.apply(image), far.apply(image), spread)));
    }
}
