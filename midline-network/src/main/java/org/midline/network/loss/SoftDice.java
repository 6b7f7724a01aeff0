package org.midline.network.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * One minus the soft Dice coefficient, {@code 1 - (2 sum p t + s) / (sum p^2 + sum t^2 + s)}, sums over the voxels of
 * the whole batch, mean over the outputs (Milletari et al. 2016, arXiv:1606.04797; batch Dice as nnU-Net has it).
 *
 * @param smoothing s, in voxels: keeps the loss defined for empty truths; the loss is 0 for a perfect prediction
 *     whatever it is
 */
public record SoftDice(double smoothing) implements SegmentationLoss {
    private static final long[] ALL_BUT_OUTPUTS = {0, 2, 3, 4};

    @Override
    public Tensor of(Tensor logits, Target target) {
        Tensor truth = target.truth();
        Tensor probability = logits.sigmoid();
        Tensor overlap = sum(probability.mul(truth));
        Tensor size = sum(probability.mul(probability)).add(sum(truth.mul(truth)));
        Tensor dice = overlap.mul(new Scalar(2)).add(new Scalar(smoothing)).div(size.add(new Scalar(smoothing)));
        return dice.mean().neg().add(new Scalar(1));
    }

    private static Tensor sum(Tensor values) {
        return values.sum(ALL_BUT_OUTPUTS, false, new ScalarTypeOptional());
    }
}
