package org.midline.network.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.midline.network.engine.ConvolutionShape;

/**
 * A convolution with a cubic kernel: {@code y_o(p) = b_o + sum_i sum_q w_oi(q) x_i(stride p + dilation q - padding)},
 * padded with zeros so that stride 1 keeps the size and stride 2 halves it (rounded up).
 *
 * <p>Pitfall: numbers of channels must be even and at least 2, on both sides. The fast kernels are silently wrong for
 * one input channel or an odd number of output channels on some processors; {@link
 * org.midline.network.engine.NumericalSelfTest} looks for such.
 */
public final class Convolution implements Layer {
    private static final double GAIN_BEFORE_LEAKY_RELU = Math.sqrt(2 / (1 + LeakyRelu.SLOPE * LeakyRelu.SLOPE));

    private final Tensor weight;
    private final TensorOptional bias;
    private final long[] stride;
    private final long[] padding;
    private final long[] dilation;
    private final ConvolutionShape shape;
    private final WorkMeter work;

    private Convolution(Tensor weight, TensorOptional bias, ConvolutionShape shape, WorkMeter work) {
        this.weight = weight;
        this.bias = bias;
        this.shape = shape;
        this.work = work;
        this.stride = cube(shape.stride());
        this.padding = cube(shape.dilation() * (shape.kernel() - 1) / 2);
        this.dilation = cube(shape.dilation());
    }

    /** Without bias, for use before a normalisation, which would take it out. */
    public static Convolution withoutBias(
            Parameters.Scope scope, int in, int out, int kernel, int stride, int dilation) {
        requireEven(in, out);
        var shape = new ConvolutionShape(in, out, kernel, stride, dilation);
        return new Convolution(scope.weights(shape, GAIN_BEFORE_LEAKY_RELU), new TensorOptional(), shape, scope.work());
    }

    /** With a bias of a given start value, for outputs and attention maps. */
    public static Convolution withBias(
            Parameters.Scope scope, int in, int out, int kernel, double gain, double biasStart) {
        requireEven(in, out);
        var shape = new ConvolutionShape(in, out, kernel, 1, 1);
        Tensor weight = scope.weights(shape, gain);
        var bias = new TensorOptional(scope.constant("bias", out, biasStart));
        bias.retainReference();
        return new Convolution(weight, bias, shape, scope.work());
    }

    @Override
    public Tensor apply(Tensor image) {
        boolean matrixProduct = shape.kernel() == 1 && shape.stride() == 1 && torch.get_num_threads() == 1;
        Tensor output =
                matrixProduct ? pointwise(image) : torch.conv3d(image, weight, bias, stride, padding, dilation, 1);
        return work.noted(shape, image, weight, output);
    }

    /**
     * A kernel of one voxel is a matrix product over the channels, which lie side by side in {@code channels_last_3d}. On
     * one thread the library's convolution copies the image first; on several it does not, and the threads of the matrix
     * product would get in the way of its own.
     */
    private Tensor pointwise(Tensor image) {
        Tensor channelsLast = image.permute(0, 2, 3, 4, 1);
        Tensor matrix = weight.view(shape.out(), shape.in());
        return torch.linear(channelsLast, matrix, bias).permute(0, 4, 1, 2, 3);
    }

    private static long[] cube(int length) {
        return new long[] {length, length, length};
    }

    private static void requireEven(int in, int out) {
        if (in < 2 || out < 2 || in % 2 != 0 || out % 2 != 0) {
            throw new IllegalArgumentException(
                    "Convolution of %d to %d channels: both must be even and at least 2".formatted(in, out));
        }
    }
}
