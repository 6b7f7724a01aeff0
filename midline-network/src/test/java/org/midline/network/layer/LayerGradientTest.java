package org.midline.network.layer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.midline.network.engine.Tensors;

/** The gradient of every block by differences, with respect to its input and every parameter moved off its start value. */
class LayerGradientTest {

    static Stream<Arguments> layers() {
        return Stream.of(
                layer("convolution", scope -> Convolution.withoutBias(scope, 4, 6, 3, 1, 1)),
                layer("strided convolution", scope -> Convolution.withoutBias(scope, 4, 6, 3, 2, 1)),
                layer("dilated convolution", scope -> Convolution.withoutBias(scope, 4, 6, 3, 1, 2)),
                layer("convolution with bias", scope -> Convolution.withBias(scope, 4, 6, 1, 0.7, -2)),
                layer("sample normalisation", scope -> new SampleNormalisation(scope, 4)),
                layer("unit", scope -> new Unit(scope, 4, 8, 3, 1, 1)),
                layer("multi-scale block", scope -> new MultiScaleBlock(scope, 4)),
                layer("plain block", scope -> new PlainBlock(scope, 4)),
                layer("attention", scope -> new SpatialChannelAttention(scope, 4)),
                layer("pyramid", scope -> new Pyramid(scope, 4)),
                layer("spectral convolution", scope -> new SpectralConvolution(scope, 4, 6, 3, 1)),
                layer("strided spectral convolution", scope -> new SpectralConvolution(scope, 4, 2, 3, 2)),
                layer("upsampling", scope -> new Upsampling(scope, 4, 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void gradientsAgreeWithDifferences(String name, Function<Parameters.Scope, Layer> build) {
        try (var parameters = new Parameters(3, ScalarType.Double)) {
            Layer layer = build.apply(parameters.root());
            Map<String, Tensor> tensors = new LinkedHashMap<>(parameters.byName());
            int seed = 11;
            for (Tensor tensor : parameters.byName().values()) {
                move(tensor, seed++);
            }
            Tensor input = Tensors.channelsLast(GradientCheck.random(1, 2, 4, 4, 6, 4));
            input.set_requires_grad(true);
            tensors.put("input", input);
            Tensor weights = Tensors.channelsLast(layer.apply(input).detach().clone());
            weights.copy_(GradientCheck.random(2, weights.sizes().vec().get()));

            GradientCheck.check(tensors, () -> layer.apply(input).mul(weights).sum());
        }
    }

    private static void move(Tensor tensor, int seed) {
        Tensor shift = GradientCheck.random(seed, tensor.sizes().vec().get());
        tensor.detach().add_(shift.mul(new org.bytedeco.pytorch.Scalar(0.2)));
    }

    private static Arguments layer(String name, Function<Parameters.Scope, Layer> build) {
        return Arguments.of(name, build);
    }
}
