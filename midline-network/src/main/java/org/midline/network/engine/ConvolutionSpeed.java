package org.midline.network.engine;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * How fast this processor computes one convolution, in 10<sup>9</sup> operations a second, a multiplication and an
 * addition counted apart: what a network that is nothing but such convolutions could reach.
 *
 * @param voxels along each side of the image
 * @param forward the result alone
 * @param training result and both gradients, three times the operations
 */
public record ConvolutionSpeed(ConvolutionShape shape, int samples, int voxels, double forward, double training) {
    private static final int TRIALS = 9;

    /** Medians of some trials with the threads that are set, in single precision. */
    public static ConvolutionSpeed measure(ConvolutionShape shape, int samples, int voxels) {
        try (var outer = new PointerScope()) {
            Tensor image = Tensors.channelsLast(torch.rand(samples, shape.in(), voxels, voxels, voxels));
            image.set_requires_grad(true);
            int kernel = shape.kernel();
            Tensor weight = Tensors.channelsLast(torch.rand(shape.out(), shape.in(), kernel, kernel, kernel));
            weight.set_requires_grad(true);
            double[] forward = new double[TRIALS];
            double[] training = new double[TRIALS];
            double operations = 0;
            for (int trial = 0; trial < TRIALS; trial++) {
                try (var inner = new PointerScope()) {
                    long start = System.nanoTime();
                    Tensor result;
                    try (var guard = new NoGradGuard()) {
                        result = convolve(image, weight, shape);
                    }
                    long end = System.nanoTime();
                    operations = 2.0 * shape.in() * Math.pow(kernel, 3) * result.numel();
                    Tensor gradient = torch.ones_like(result);
                    long middle = System.nanoTime();
                    Tensor output = convolve(image, weight, shape);
                    output.backward(gradient, new BoolOptional(), false, new TensorArrayRefOptional());
                    forward[trial] = operations / (end - start);
                    training[trial] = 3 * operations / (System.nanoTime() - middle);
                }
            }
            return new ConvolutionSpeed(shape, samples, voxels, median(forward), median(training));
        }
    }

    private static Tensor convolve(Tensor image, Tensor weight, ConvolutionShape shape) {
        long padding = (long) shape.dilation() * (shape.kernel() - 1) / 2;
        return torch.conv3d(
                image, weight, new TensorOptional(), cube(shape.stride()), cube(padding), cube(shape.dilation()), 1);
    }

    private static long[] cube(long length) {
        return new long[] {length, length, length};
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** The convolutions that cost a segmenter the most, at the size at which it computes them. */
    public static List<ConvolutionSpeed> ofTheUsualSegmenter() {
        return List.of(
                measure(new ConvolutionShape(16, 16, 3, 1, 1), 2, 48),
                measure(new ConvolutionShape(16, 8, 3, 1, 1), 2, 48),
                measure(new ConvolutionShape(32, 32, 3, 1, 1), 2, 24),
                measure(new ConvolutionShape(64, 64, 3, 1, 1), 2, 12));
    }
}
