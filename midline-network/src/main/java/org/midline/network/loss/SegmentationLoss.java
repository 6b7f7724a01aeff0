package org.midline.network.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * How far log-odds are from the truth, as a tensor of one number.
 *
 * <p>Both are (N, outputs, K, J, I); the truth lies in [0, 1], between the ends where a border passes through a voxel.
 */
@FunctionalInterface
public interface SegmentationLoss {
    Tensor of(Tensor logits, Tensor truth);

    /** The weighted sum of two losses. */
    default SegmentationLoss plus(double weight, SegmentationLoss other) {
        return (logits, truth) ->
                of(logits, truth).add(other.of(logits, truth).mul(new org.bytedeco.pytorch.Scalar(weight)));
    }
}
