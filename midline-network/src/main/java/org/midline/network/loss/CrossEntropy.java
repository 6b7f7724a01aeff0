package org.midline.network.loss;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Binary cross-entropy of log-odds z and truth t, {@code -t log s(z) - (1 - t) log(1 - s(z))} with s the logistic
 * function, mean over voxels and outputs; computed from z without forming s(z), so that large |z| stay finite.
 */
public record CrossEntropy() implements SegmentationLoss {
    @Override
    public Tensor of(Tensor logits, Target target) {
        return torch.binary_cross_entropy_with_logits(logits, target.truth());
    }
}
