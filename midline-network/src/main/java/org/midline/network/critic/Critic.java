package org.midline.network.critic;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.midline.network.engine.Tensors;
import org.midline.network.layer.Parameters;

/**
 * Scores pairs of image and mask at several scales (Wang et al. 2018, arXiv:1711.11585), spectrally normalised. A
 * gradient penalty would do the same with second derivatives of three-dimensional convolutions, at several times the
 * price.
 */
public final class Critic {
    private final List<PatchCritic> scales = new ArrayList<>();

    /** @param structures masks per image */
    public Critic(CriticConfiguration configuration, Parameters parameters, int structures) {
        int inputs = 1 + structures + (1 + structures) % 2;
        for (int n = 0; n < configuration.scales(); n++) {
            scales.add(new PatchCritic(configuration, parameters.root().child("scale" + n), inputs));
        }
    }

    /**
     * @param image (N, 1, K, J, I)
     * @param mask (N, structures, K, J, I), from 0 to 1
     */
    public Verdict judge(Tensor image, Tensor mask) {
        Tensor current = Tensors.channelsLast(Tensors.withEvenChannels(Tensors.concatenate(1, image, mask)));
        List<Tensor> scores = new ArrayList<>();
        List<Tensor> features = new ArrayList<>();
        for (int n = 0; n < scales.size(); n++) {
            if (n > 0) {
                current = torch.avg_pool3d(current, 2, 2, 2);
            }
            scores.add(scales.get(n).judge(current, features));
        }
        return new Verdict(scores, features);
    }

    /** After each change of its weights. */
    public void advance() {
        scales.forEach(PatchCritic::advance);
    }
}
