package org.midline.network.critic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.midline.network.engine.Tensors;
import org.midline.network.layer.GradientCheck;
import org.midline.network.layer.Parameters;

class CriticTest {
    private static final CriticConfiguration SMALL = new CriticConfiguration(4, 2, 2);

    @Test
    void itsLossesHaveTheRightGradientsForEveryParameterAndTheMask() {
        for (int structures = 1; structures <= 2; structures++) {
            try (var parameters = new Parameters(3, ScalarType.Double)) {
                var critic = new Critic(SMALL, parameters, structures);
                Tensor image = GradientCheck.random(1, 2, 1, 8, 8, 8);
                Tensor expert = GradientCheck.random(2, 2, structures, 8, 8, 8).sigmoid();
                Tensor generated = GradientCheck.random(3, 2, structures, 8, 8, 8);
                generated.set_requires_grad(true);
                Map<String, Tensor> tensors = new LinkedHashMap<>(parameters.byName());
                GradientCheck.check(
                        tensors,
                        () -> HingeLoss.ofCritic(critic.judge(image, expert), critic.judge(image, generated.detach())));
                GradientCheck.check(
                        Map.of("generated", generated), () -> HingeLoss.ofGenerator(critic.judge(image, generated)));
                generated.grad().zero_();
                GradientCheck.check(
                        Map.of("generated", generated),
                        () -> FeatureMatching.of(critic.judge(image, expert), critic.judge(image, generated)));
            }
        }
    }

    @Test
    void scoresAPatchPerEightVoxelsAndScale() {
        try (var parameters = new Parameters(3)) {
            var critic = new Critic(CriticConfiguration.usual(), parameters, 1);
            Verdict verdict = critic.judge(
                    Tensors.of(new float[32 * 48 * 64], 1, 1, 32, 48, 64),
                    Tensors.of(new float[32 * 48 * 64], 1, 1, 32, 48, 64));
            assertThat(verdict.scores().get(0).sizes().vec().get()).containsExactly(1, 1, 4, 6, 8);
            assertThat(verdict.scores().get(1).sizes().vec().get()).containsExactly(1, 1, 2, 3, 4);
            assertThat(verdict.features()).hasSize(6);
        }
    }

    @Test
    void hingeLossesOfKnownScores() {
        var expert = new Verdict(List.of(scores(2, 0)), List.of());
        var generated = new Verdict(List.of(scores(-3, 0.5)), List.of());
        assertThat(HingeLoss.ofCritic(expert, generated).item_double()).isCloseTo(0.5 + 0.75, within(1e-12));
        assertThat(HingeLoss.ofGenerator(generated).item_double()).isCloseTo(1.25, within(1e-12));
    }

    @Test
    void featureMatchingOfEqualsIsZeroAndOfAShiftTheShift() {
        var expert = new Verdict(List.of(), List.of(scores(1, 2), scores(5, 7)));
        var generated =
                new Verdict(List.of(), List.of(scores(1, 2), scores(5, 7).add(new Scalar(3))));
        assertThat(FeatureMatching.of(expert, expert).item_double()).isZero();
        assertThat(FeatureMatching.of(expert, generated).item_double()).isCloseTo(1.5, within(1e-12));
    }

    private static Tensor scores(double... values) {
        return Tensors.of(values, 1, 1, 1, 1, values.length);
    }
}
