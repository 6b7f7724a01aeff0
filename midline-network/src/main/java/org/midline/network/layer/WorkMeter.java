package org.midline.network.layer;

import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.midline.network.engine.ConvolutionShape;

/**
 * Counts the arithmetic of convolutions as they are computed: {@code 2 in out kernel^3} operations for each voxel of the
 * output, a multiplication and an addition counted apart, and as many again for the gradient of the image and for that of
 * the weights, where these will be asked for. All other layers are left out.
 */
public final class WorkMeter {
    private final AtomicLong operations = new AtomicLong();

    /** Since the network was built. */
    public long operations() {
        return operations.get();
    }

    /** Notes a convolution and hands its output on. */
    Tensor noted(ConvolutionShape shape, Tensor image, Tensor weight, Tensor output) {
        double kernel = Math.pow(shape.kernel(), 3);
        double voxels = (double) output.numel() / shape.out();
        double forward = 2.0 * shape.in() * shape.out() * kernel * voxels;
        int times = 1;
        if (GradMode.is_enabled()) {
            times += (image.requires_grad() ? 1 : 0) + (weight.requires_grad() ? 1 : 0);
        }
        operations.addAndGet(Math.round(times * forward));
        return output;
    }
}
