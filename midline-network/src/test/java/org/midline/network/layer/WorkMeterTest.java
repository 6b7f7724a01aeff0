package org.midline.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class WorkMeterTest {
    @Test
    void countsMultiplicationsAndAdditionsOfEachOutputVoxel() {
        try (var scope = new PointerScope();
                var parameters = new Parameters(1)) {
            var plain = Convolution.withoutBias(parameters.root().child("a"), 4, 6, 3, 1, 1);
            var strided = Convolution.withoutBias(parameters.root().child("b"), 6, 2, 1, 2, 1);
            var spectral = new SpectralConvolution(parameters.root().child("c"), 2, 4, 4, 2);
            Tensor image = torch.zeros(2, 4, 8, 8, 8);
            long built = parameters.work().operations();
            long first = 2L * 4 * 6 * 27 * 2 * 512;
            long second = 2L * 6 * 2 * 2 * 64;
            long third = 2L * 2 * 4 * 64 * 2 * 8;

            try (var guard = new NoGradGuard()) {
                Tensor half = strided.apply(plain.apply(image));
                assertThat(parameters.work().operations() - built).isEqualTo(first + second);
                Tensor quarter = spectral.apply(half);
                assertThat(quarter.size(2)).isEqualTo(2);
                assertThat(parameters.work().operations() - built).isEqualTo(first + second + third);
            }
            plain.apply(image);
            assertThat(parameters.work().operations() - built).isEqualTo(3 * first + second + third);
            image.set_requires_grad(true);
            plain.apply(image);
            assertThat(parameters.work().operations() - built).isEqualTo(6 * first + second + third);
        }
    }
}
