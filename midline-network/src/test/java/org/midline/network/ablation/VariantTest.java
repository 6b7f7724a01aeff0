package org.midline.network.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.midline.network.data.Task;
import org.midline.network.generator.Generator;
import org.midline.network.generator.GeneratorConfiguration;
import org.midline.network.layer.Parameters;
import org.midline.network.training.TrainingConfiguration;

class VariantTest {
    private static final TrainingConfiguration WHOLE = TrainingConfiguration.of(Task.SEGMENTER, 1000, 1);

    @Test
    void eachLeavesOutWhatItSaysAndNothingElse() {
        assertThat(Variant.FULL.of(WHOLE)).isEqualTo(WHOLE);
        TrainingConfiguration noCritic = Variant.NO_CRITIC.of(WHOLE);
        assertThat(noCritic.adversarial()).isEmpty();
        assertThat(noCritic.generator()).isEqualTo(WHOLE.generator());
        TrainingConfiguration noAttention = Variant.NO_ATTENTION.of(WHOLE);
        assertThat(noAttention.generator().attention()).isFalse();
        assertThat(noAttention.generator().multiScale()).isTrue();
        assertThat(noAttention.adversarial()).isEqualTo(WHOLE.adversarial());
        assertThat(Variant.NO_MULTI_SCALE.of(WHOLE).generator().multiScale()).isFalse();
    }

    @Test
    void thePlainOneHasNoIngredientAndCostsAsMuch() {
        TrainingConfiguration plain = Variant.PLAIN.of(WHOLE);
        GeneratorConfiguration generator = plain.generator();
        assertThat(plain.adversarial()).isEmpty();
        assertThat(generator.multiScale()
                        || generator.attention()
                        || generator.pyramid()
                        || generator.deepSupervision())
                .isFalse();
        assertThat((double) operations(generator) / operations(WHOLE.generator()))
                .isBetween(0.95, 1.05);
        assertThat(plain.steps()).isEqualTo(WHOLE.steps());
    }

    /** Of a look at a small image. */
    private static long operations(GeneratorConfiguration configuration) {
        try (var scope = new PointerScope();
                var guard = new NoGradGuard();
                var parameters = new Parameters(1)) {
            new Generator(configuration, parameters).logits(torch.zeros(1, 1, 16, 16, 16));
            return parameters.work().operations();
        }
    }
}
