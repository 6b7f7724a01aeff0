package org.midline.network.critic;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.midline.network.layer.Parameters;
import org.midline.network.layer.SpectralConvolution;

/**
 * One scale of the critic: strided convolutions that score overlapping patches, not the image as a whole (Isola et al.
 * 2017, arXiv:1611.07004).
 */
final class PatchCritic {
    private static final double SLOPE = 0.2;

    private final List<SpectralConvolution> down = new ArrayList<>();
    private final SpectralConvolution score;

    PatchCritic(CriticConfiguration configuration, Parameters.Scope scope, int inputs) {
        int in = inputs;
        int out = configuration.width();
        for (int n = 0; n < configuration.depth(); n++) {
            down.add(new SpectralConvolution(scope.child("down" + n), in, out, 3, 2));
            in = out;
            out *= 2;
        }
        score = new SpectralConvolution(scope.child("score"), in, 2, 3, 1);
    }

    /** The score per patch; what the layers see is added to {@code features}. */
    Tensor judge(Tensor imageAndMask, List<Tensor> features) {
        Tensor current = imageAndMask;
        for (SpectralConvolution convolution : down) {
            current = torch.leaky_relu(convolution.apply(current), new Scalar(SLOPE));
            features.add(current);
        }
        return score.apply(current).narrow(1, 0, 1);
    }

    void advance() {
        down.forEach(SpectralConvolution::advance);
        score.advance();
    }
}
