package org.midline.network.critic;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The adversarial losses in hinge form (Lim and Ye 2017, arXiv:1705.02894), mean over patches, then over scales:
 *
 * <pre>
 * critic:     mean max(0, 1 - C(x, expert)) + mean max(0, 1 + C(x, generated))
 * generator:  -mean C(x, generated)
 * </pre>
 */
public final class HingeLoss {
    private HingeLoss() {}

    public static Tensor ofCritic(Verdict expert, Verdict generated) {
        Tensor sum =
                hinge(expert.scores().get(0), -1).add(hinge(generated.scores().get(0), 1));
        for (int n = 1; n < expert.scores().size(); n++) {
            sum = sum.add(hinge(expert.scores().get(n), -1))
                    .add(hinge(generated.scores().get(n), 1));
        }
        return sum.div(new Scalar((double) expert.scores().size()));
    }

    public static Tensor ofGenerator(Verdict generated) {
        List<Tensor> scores = generated.scores();
        Tensor sum = scores.get(0).mean();
        for (Tensor score : scores.subList(1, scores.size())) {
            sum = sum.add(score.mean());
        }
        return sum.div(new Scalar(-(double) scores.size()));
    }

    private static Tensor hinge(Tensor score, double sign) {
        return score.mul(new Scalar(sign)).add(new Scalar(1)).relu().mean();
    }
}
