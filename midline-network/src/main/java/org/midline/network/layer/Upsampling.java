package org.midline.network.layer;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Channels reduced by a 1x1x1 convolution, then twice the size by trilinear interpolation of voxel centres. */
public final class Upsampling implements Layer {
    private final Layer reduce;

    public Upsampling(Parameters.Scope scope, int in, int out) {
        reduce = new Unit(scope.child("reduce"), in, out, 1, 1, 1);
    }

    @Override
    public Tensor apply(Tensor image) {
        return doubled(reduce.apply(image));
    }

    private static Tensor doubled(Tensor image) {
        long[] size = {2 * image.size(2), 2 * image.size(3), 2 * image.size(4)};
        var fromSize = new DoubleOptional();
        return torch.upsample_trilinear3d(image, size, false, fromSize, fromSize, fromSize);
    }
}
