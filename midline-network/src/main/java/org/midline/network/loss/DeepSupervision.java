package org.midline.network.loss;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * A loss at every size the generator puts out: {@code sum_l 2^-l L(z_l, t_l) / sum_l 2^-l}, where t_l is the truth
 * averaged over cubes of 2^l voxels (Lee et al. 2015, arXiv:1409.5185).
 */
public record DeepSupervision(SegmentationLoss loss) {

    /** Logits from full size downwards, each half the size of the one before. */
    public Tensor of(List<Tensor> logits, Target target) {
        Tensor sum = loss.of(logits.get(0), target);
        double weight = 1;
        double weights = 1;
        Target coarse = target;
        for (Tensor level : logits.subList(1, logits.size())) {
            coarse = coarse.coarser();
            weight /= 2;
            weights += weight;
            sum = sum.add(loss.of(level, coarse).mul(new Scalar(weight)));
        }
        return sum.div(new Scalar(weights));
    }
}
