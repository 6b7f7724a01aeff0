package org.midline.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.midline.network.critic.Critic;
import org.midline.network.critic.CriticConfiguration;
import org.midline.network.critic.FeatureMatching;
import org.midline.network.critic.HingeLoss;
import org.midline.network.critic.Verdict;
import org.midline.network.engine.Tensors;
import org.midline.network.layer.Parameters;

class OpponentTest {
    private static final long SEED = 5;
    private static final CriticConfiguration CRITIC = new CriticConfiguration(4, 2, 2);
    private static final AdversarialConfiguration CONFIGURATION =
            new AdversarialConfiguration(CRITIC, 2, 1, 0.05, 0.5, 0.5);

    /** The ramp of one step has then come to an end. */
    private static final long STEP = 3;

    @Test
    void theGeneratorLearnsFromTheWholeLossAndTheCriticNothing() {
        try (var scope = new PointerScope();
                var opponent = new Opponent(CONFIGURATION, 1, 1, SEED);
                var parameters = new Parameters(SEED)) {
            Tensor image = torch.rand(1, 1, 16, 16, 16);
            Tensor truth = torch.rand(1, 1, 16, 16, 16).gt(new Scalar(0.5)).to(image.scalar_type());
            Tensor generated = torch.rand(1, 1, 16, 16, 16);

            Tensor one = generated.clone();
            one.set_requires_grad(true);
            opponent.loss(image, truth, one, STEP).backward();

            Tensor other = generated.clone();
            other.set_requires_grad(true);
            var critic = new Critic(CRITIC, parameters, 1);
            Verdict said = critic.judge(image, other);
            HingeLoss.ofGenerator(said)
                    .mul(new Scalar(CONFIGURATION.weight()))
                    .add(FeatureMatching.of(critic.judge(image, truth), said)
                            .mul(new Scalar(CONFIGURATION.featureWeight())))
                    .backward();

            float[] gradient = Tensors.toFloats(one.grad());
            assertThat(gradient).containsExactly(Tensors.toFloats(other.grad()), within(1e-7f));
            assertThat(one.grad().abs().max().item_double()).isGreaterThan(1e-6);
            assertThat(opponent.state().get("critic/weight/").values())
                    .allMatch(weight -> weight.requires_grad() && !weight.grad().defined());
            assertThat(parameters.byName().values())
                    .anyMatch(weight -> weight.grad().defined());
        }
    }

    @Test
    void theCriticStillLearnsAfterwards() {
        try (var scope = new PointerScope();
                var opponent = new Opponent(CONFIGURATION, 1, 1, SEED)) {
            Tensor image = torch.rand(1, 1, 16, 16, 16);
            Tensor truth = torch.ones(1, 1, 16, 16, 16);
            Tensor generated = torch.zeros(1, 1, 16, 16, 16);
            double first = opponent.learn(image, truth, generated, STEP, 1e-2);
            double last = first;
            for (int n = 1; n < 20; n++) {
                opponent.loss(image, truth, generated, STEP + n);
                last = opponent.learn(image, truth, generated, STEP + n, 1e-2);
            }
            assertThat(last).isLessThan(first);
        }
    }
}
