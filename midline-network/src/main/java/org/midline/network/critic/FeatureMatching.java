package org.midline.network.critic;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * How differently the critic sees two masks: {@code mean_l mean |f_l(x, expert) - f_l(x, generated)|} over its layers l
 * at all scales (Wang et al. 2018, arXiv:1711.11585). No gradient flows into the expert's side.
 */
public final class FeatureMatching {
    private FeatureMatching() {}

    public static Tensor of(Verdict expert, Verdict generated) {
        int layers = expert.features().size();
        Tensor sum = distance(expert, generated, 0);
        for (int layer = 1; layer < layers; layer++) {
            sum = sum.add(distance(expert, generated, layer));
        }
        return sum.div(new Scalar((double) layers));
    }

    private static Tensor distance(Verdict expert, Verdict generated, int layer) {
        return expert.features()
                .get(layer)
                .detach()
                .sub(generated.features().get(layer))
                .abs()
                .mean();
    }
}
