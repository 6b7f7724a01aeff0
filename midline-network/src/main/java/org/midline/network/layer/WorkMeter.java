package org.midline.network.layer;

import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.midline.network.engine.ConvolutionShape;

/**
 * Counts the arithmetic of convolutions as they are computed: {@code 2 in out kernel^3} operations for each voxel of the
 * output, a multiplication and an addition counted apart. Where a gradient will be asked for, three times that: once
 * forward, once for the gradient of the image and once for that of the weights. All other layers are left out.
 */
public final class WorkMeter {
    private final AtomicLong operations = new AtomicLong();

    /** Since the network was built. */
    public long operations() {
        return operations.get();
    }

    /** Notes a convolution and hands its output on. */
    Tensor noted(ConvolutionShape shape, Tensor output) {
        double kernel = Math.pow(shape.kernel(), 3);
        double voxels = (double) output.numel() / shape.out();
        double forward = 2.0 * shape.in() * shape.out() * kernel * voxels;
        operations.addAndGet(Math.round(GradMode.is_enabled() ? 3 * forward : forward));
        return output;
    }
}
