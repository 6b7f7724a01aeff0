package org.midline.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.midline.network.engine.Tensors;

class SpectralConvolutionTest {

    @Test
    void theGreatestGainOfAPointwiseConvolutionIsOne() {
        try (var parameters = new Parameters(4, ScalarType.Double)) {
            var layer = new SpectralConvolution(parameters.root(), 4, 6, 1, 1);
            for (int n = 0; n < 200; n++) {
                layer.advance();
            }
            double most = 0;
            for (int seed = 0; seed < 400; seed++) {
                Tensor input = GradientCheck.random(seed, 1, 4, 1, 1, 1);
                double gain =
                        layer.apply(input).norm().item_double() / input.norm().item_double();
                most = Math.max(most, gain);
            }
            assertThat(most).isLessThan(1 + 1e-9).isGreaterThan(0.9);
        }
    }

    @Test
    void aKnownMatrixIsDividedByItsGreatestSingularValue() {
        try (var parameters = new Parameters(4, ScalarType.Double)) {
            var layer = new SpectralConvolution(parameters.root(), 2, 2, 1, 1);
            parameters.byName().get("weight").detach().copy_(Tensors.of(new double[] {3, 0, 0, -5}, 2, 2, 1, 1, 1));
            for (int n = 0; n < 100; n++) {
                layer.advance();
            }
            double[] output = Tensors.toDoubles(layer.apply(Tensors.of(new double[] {1, 1}, 1, 2, 1, 1, 1)));
            assertThat(output[0]).isCloseTo(0.6, within(1e-9));
            assertThat(output[1]).isCloseTo(-1, within(1e-9));
        }
    }
}
