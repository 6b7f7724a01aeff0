package org.midline.network.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Spatial and channel attention side by side (after Roy et al. 2018, arXiv:1803.02579, in three dimensions):
 *
 * <pre>
 * channel = sigmoid(W2 leaky(W1 mean_p(g)))      one number per channel
 * spatial = sigmoid(W3 g)                        one number per voxel
 * y = x (channel + spatial)
 * </pre>
 *
 * <p>The guide g is x itself in the encoder; on a skip connection it is the sum of the skip and what comes from below,
 * so that the coarse view tells the fine one where to look. At the start both maps are about one half: y is about x.
 */
public final class SpatialChannelAttention implements Layer {
    private final Layer channel;
    private final Layer spatial;

    public SpatialChannelAttention(Parameters.Scope scope, int channels) {
        int reduced = Math.max(8, channels / 4);
        channel = Convolution.withBias(scope.child("squeeze"), channels, reduced, 1, 1, 0)
                .then(new LeakyRelu())
                .then(Convolution.withBias(scope.child("excite"), reduced, channels, 1, 0.5, 0));
        spatial = Convolution.withBias(scope.child("spatial"), channels, 2, 1, 0.5, 0);
    }

    @Override
    public Tensor apply(Tensor image) {
        return apply(image, image);
    }

    /** The image weighted by the maps of the guide, a tensor of the same shape. */
    public Tensor apply(Tensor image, Tensor guide) {
        Tensor perChannel =
                channel.apply(torch.adaptive_avg_pool3d(guide, 1, 1, 1)).sigmoid();
        Tensor perVoxel = spatial.apply(guide).narrow(1, 0, 1).sigmoid();
        return image.mul(perChannel.add(perVoxel));
    }
}
