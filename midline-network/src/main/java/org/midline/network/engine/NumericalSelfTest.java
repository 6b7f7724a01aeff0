package org.midline.network.engine;

import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Whether this processor's fast convolution kernels give what double precision gives. They have been seen to be silently
 * wrong on some processors for some numbers of channels: a contour drawn by such a kernel looks like a contour.
 *
 * <p>The error is {@code |fast - exact| / |exact|} in the Euclidean norm; single precision reaches some 1e-7 to 1e-6.
 */
public final class NumericalSelfTest {
    private static final double TOLERANCE = 1e-4;

    private NumericalSelfTest() {}

    /**
     * One convolution's errors.
     *
     * @param output relative error of the result
     * @param gradient the larger of the relative errors of the gradients of input and weights; zero if not tried
     */
    public record Finding(ConvolutionShape shape, double output, double gradient) {
        public boolean right() {
            return output <= TOLERANCE && gradient <= TOLERANCE;
        }
    }

    /** Results and gradients of every shape, on an image large enough for the kernels of real work. */
    public static List<Finding> thorough(Collection<ConvolutionShape> shapes) {
        return shapes.stream().map(shape -> examine(shape, 16, true)).toList();
    }

    /** Results only, on a small image: some milliseconds a shape. */
    public static List<Finding> quick(Collection<ConvolutionShape> shapes) {
        return shapes.stream().map(shape -> examine(shape, 8, false)).toList();
    }

    private static Finding examine(ConvolutionShape shape, int size, boolean withGradient) {
        try (var scope = new PointerScope()) {
            Tensor image = normal(1, 2, shape.in(), size, size, size);
            Tensor weight = normal(2, shape.out(), shape.in(), shape.kernel(), shape.kernel(), shape.kernel());
            if (!withGradient) {
                try (var guard = new NoGradGuard()) {
                    double error = relative(convolve(shape, fast(image), fast(weight)), convolve(shape, image, weight));
                    return new Finding(shape, error, 0);
                }
            }
            Tensor fastImage = fast(image);
            Tensor fastWeight = fast(weight);
            for (Tensor leaf : List.of(image, weight, fastImage, fastWeight)) {
                leaf.set_requires_grad(true);
            }
            Tensor exact = convolve(shape, image, weight);
            Tensor found = convolve(shape, fastImage, fastWeight);
            Tensor direction = normal(3, exact.sizes().vec().get());
            backward(exact, direction);
            backward(found, fast(direction));
            double gradient =
                    Math.max(relative(fastImage.grad(), image.grad()), relative(fastWeight.grad(), weight.grad()));
            return new Finding(shape, relative(found, exact), gradient);
        }
    }

    private static void backward(Tensor output, Tensor direction) {
        output.backward(direction, new BoolOptional(false), false, new TensorArrayRefOptional());
    }

    private static Tensor fast(Tensor exact) {
        return exact.detach().to(ScalarType.Float).contiguous(MemoryFormat.ChannelsLast3d);
    }

    private static Tensor convolve(ConvolutionShape shape, Tensor image, Tensor weight) {
        long pad = (long) shape.dilation() * (shape.kernel() - 1) / 2;
        return torch.conv3d(
                image,
                weight,
                new TensorOptional(),
                new long[] {shape.stride(), shape.stride(), shape.stride()},
                new long[] {pad, pad, pad},
                new long[] {shape.dilation(), shape.dilation(), shape.dilation()},
                1);
    }

    private static double relative(Tensor found, Tensor exact) {
        Tensor reference = exact.detach();
        double difference =
                found.detach().to(ScalarType.Double).sub(reference).norm().item_double();
        double error = difference / reference.norm().item_double();
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    private static Tensor normal(long seed, long... shape) {
        int count = 1;
        for (long length : shape) {
            count = Math.multiplyExact(count, Math.toIntExact(length));
        }
        var random = new SplittableRandom(seed);
        var values = new double[count];
        for (int n = 0; n < count; n++) {
            values[n] = Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        }
        return Tensors.of(values, shape);
    }
}
