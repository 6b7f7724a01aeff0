package org.midline.network.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midline.network.engine.Tensors;
import org.midline.network.layer.GradientCheck;
import org.midline.network.layer.Parameters;
import org.midline.network.loss.CrossEntropy;
import org.midline.network.loss.DeepSupervision;
import org.midline.network.loss.SoftDice;
import org.midline.network.loss.Target;

class GeneratorTest {

    @BeforeEach
    void oneThread() {
        torch.set_num_threads(1);
    }

    /** Bits: multi-scale, attention, pyramid, deep supervision. */
    @ParameterizedTest
    @ValueSource(ints = {15, 14, 13, 11, 7, 0})
    void gradientOfTheWholeNetworkAgreesWithDifferences(int parts) {
        var configuration = new GeneratorConfiguration(
                List.of(4, 8, 8),
                List.of(1, 1, 1),
                3,
                (parts & 1) != 0,
                (parts & 2) != 0,
                (parts & 4) != 0,
                (parts & 8) != 0);
        try (var parameters = new Parameters(7, ScalarType.Double)) {
            var generator = new Generator(configuration, parameters);
            Tensor image = GradientCheck.random(1, 2, 1, 8, 8, 4);
            Tensor truth =
                    Tensors.channelsLast(GradientCheck.random(2, 2, 3, 8, 8, 4).sigmoid());
            var loss = new DeepSupervision(new SoftDice(1).plus(1, new CrossEntropy()));

            Map<String, Tensor> some = everyFifth(parameters.byName());
            GradientCheck.check(some, () -> loss.of(generator.supervisedLogits(image), Target.of(truth)));
        }
    }

    private static Map<String, Tensor> everyFifth(Map<String, Tensor> tensors) {
        Map<String, Tensor> some = new LinkedHashMap<>();
        int n = 0;
        for (var entry : tensors.entrySet()) {
            if (n++ % 5 == 0) {
                some.put(entry.getKey(), entry.getValue());
            }
        }
        return some;
    }

    @Test
    void putsOutEverySizeThatIsSupervised() {
        try (var parameters = new Parameters(1);
                var scope = new PointerScope()) {
            var generator = new Generator(GeneratorConfiguration.segmenter(), parameters);
            List<Tensor> logits = generator.supervisedLogits(torch.zeros(1, 1, 24, 16, 8));

            assertThat(logits).hasSize(3);
            assertThat(logits.get(0).sizes().vec().get()).containsExactly(1, 1, 24, 16, 8);
            assertThat(logits.get(1).sizes().vec().get()).containsExactly(1, 1, 12, 8, 4);
            assertThat(logits.get(2).sizes().vec().get()).containsExactly(1, 1, 6, 4, 2);
        }
    }

    @Test
    void singlePrecisionAgreesWithDouble() {
        var configuration = GeneratorConfiguration.segmenter();
        List<double[]> answers = new ArrayList<>();
        for (ScalarType type : List.of(ScalarType.Float, ScalarType.Double)) {
            try (var parameters = new Parameters(9, type);
                    var scope = new PointerScope()) {
                var generator = new Generator(configuration, parameters);
                Tensor image = GradientCheck.random(4, 2, 1, 16, 16, 16).to(type);
                answers.add(Tensors.toDoubles(generator.logits(image)));
            }
        }
        for (int n = 0; n < answers.get(0).length; n++) {
            assertThat(answers.get(0)[n]).isCloseTo(answers.get(1)[n], within(1e-4));
        }
    }

    @Test
    void samplesDoNotSeeEachOther() {
        try (var parameters = new Parameters(2);
                var scope = new PointerScope()) {
            var generator = new Generator(GeneratorConfiguration.localiser(), parameters);
            Tensor two = GradientCheck.random(5, 2, 1, 16, 16, 16).to(ScalarType.Float);
            float[] together = Tensors.toFloats(generator.logits(two).narrow(0, 1, 1));
            float[] alone =
                    Tensors.toFloats(generator.logits(two.narrow(0, 1, 1).contiguous()));

            for (int n = 0; n < alone.length; n++) {
                assertThat(together[n]).isCloseTo(alone[n], within(1e-4f));
            }
        }
    }

    @Test
    void refusesSizesThatCannotBeHalved() {
        try (var parameters = new Parameters(2);
                var scope = new PointerScope()) {
            var generator = new Generator(GeneratorConfiguration.segmenter(), parameters);
            Tensor image = torch.zeros(1, 1, 20, 16, 16);
            assertThatThrownBy(() -> generator.logits(image))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("16 x 16 x 20")
                    .hasMessageContaining("multiples of 8");
        }
    }
}
