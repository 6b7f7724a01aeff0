package org.midline.network.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** How far log-odds (N, outputs, K, J, I) are from the truth, as a tensor of one number. */
@FunctionalInterface
public interface SegmentationLoss {
    Tensor of(Tensor logits, Target target);

    /** The weighted sum of two losses. */
    default SegmentationLoss plus(double weight, SegmentationLoss other) {
        return (logits, target) ->
                of(logits, target).add(other.of(logits, target).mul(new Scalar(weight)));
    }
}
