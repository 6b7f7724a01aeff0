package org.midline.network.layer;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.midline.network.engine.ConvolutionShape;

/**
 * A convolution whose weights are divided by their greatest singular value, so that a critic built of it cannot grow
 * steeper without bound (Miyato et al. 2018, arXiv:1802.05957):
 *
 * <pre>
 * y = conv(x, W / s) + b,   s = |W' u|,   u = W W' u / |W W' u| after each step
 * </pre>
 *
 * <p>W as a matrix of one row per output channel. The unit vector u is state, not learnt: it belongs into a checkpoint,
 * and changes in {@link #advance()} alone, so that the layer is a function of its parameters between two steps and its
 * gradient is exact (u held fixed).
 */
public final class SpectralConvolution implements Layer {
    private static final double EPSILON = 1e-12;
    private static final double GAIN = 1;
    private static final int FIRST_ITERATIONS = 10;

    private final Tensor weight;
    private final Tensor direction;
    private final TensorOptional bias;
    private final long[] stride;
    private final long[] padding;
    private final ConvolutionShape shape;
    private final WorkMeter work;

    public SpectralConvolution(Parameters.Scope scope, int in, int out, int kernel, int stride) {
        shape = new ConvolutionShape(in, out, kernel, stride, 1);
        work = scope.work();
        weight = scope.weights(shape, GAIN);
        bias = new TensorOptional(scope.constant("bias", out, 0));
        bias.retainReference();
        direction = scope.state("direction", out);
        this.stride = new long[] {stride, stride, stride};
        int pad = (kernel - 1) / 2;
        this.padding = new long[] {pad, pad, pad};
        for (int n = 0; n < FIRST_ITERATIONS; n++) {
            advance();
        }
    }

    @Override
    public Tensor apply(Tensor image) {
        Tensor matrix = weight.reshape(weight.size(0), -1);
        Tensor greatest = torch.matmul(matrix.t(), direction).norm();
        Tensor limited = weight.div(greatest.add(new Scalar(EPSILON)));
        return work.noted(
                shape, image, limited, torch.conv3d(image, limited, bias, stride, padding, new long[] {1, 1, 1}, 1));
    }

    /** One power iteration, after each change of the weights. */
    public void advance() {
        try (var scope = new PointerScope();
                var guard = new NoGradGuard()) {
            Tensor matrix = weight.reshape(weight.size(0), -1);
            Tensor next = torch.matmul(matrix, torch.matmul(matrix.t(), direction));
            direction.copy_(next.div(next.norm().add(new Scalar(EPSILON))));
        }
    }
}
