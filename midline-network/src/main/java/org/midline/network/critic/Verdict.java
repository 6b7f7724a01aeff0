package org.midline.network.critic;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * What a critic says of a batch.
 *
 * @param scores for each scale a score per patch of the image, above 0 for an expert's mask; (N, 1, k, j, i)
 * @param features what its layers saw on the way, all scales
 */
public record Verdict(List<Tensor> scores, List<Tensor> features) {
    public Verdict {
        scores = List.copyOf(scores);
        features = List.copyOf(features);
    }
}
