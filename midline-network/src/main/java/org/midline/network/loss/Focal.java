package org.midline.network.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Focal cross-entropy, {@code mean |t - s(z)|^gamma CE(z, t)}: voxels that are nearly right count for little (Lin et al.
 * 2017, arXiv:1708.02002; with soft truths as Li et al. 2020, arXiv:2006.04388).
 *
 * @param gamma at least 1: below, the gradient of the power is infinite where a voxel is exactly right
 */
public record Focal(double gamma) implements SegmentationLoss {
    private static final int NO_REDUCTION = 0;

    public Focal {
        if (!(gamma >= 1)) {
            throw new IllegalArgumentException("Focus of the cross-entropy %s: expected at least 1".formatted(gamma));
        }
    }

    @Override
    public Tensor of(Tensor logits, Target target) {
        var none = new TensorOptional();
        Tensor entropy = torch.binary_cross_entropy_with_logits(logits, target.truth(), none, none, NO_REDUCTION);
        Tensor error = target.truth().sub(logits.sigmoid()).abs();
        return error.pow(new Scalar(gamma)).mul(entropy).mean();
    }
}
