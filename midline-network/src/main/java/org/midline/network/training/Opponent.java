package org.midline.network.training;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.midline.network.critic.Critic;
import org.midline.network.critic.FeatureMatching;
import org.midline.network.critic.HingeLoss;
import org.midline.network.critic.Verdict;
import org.midline.network.layer.Parameters;

/** The critic in training: what it adds to the generator's loss, and how it learns. */
final class Opponent implements AutoCloseable {
    private final AdversarialConfiguration configuration;
    private final double gradientLimit;
    private final Parameters parameters;
    private final Critic critic;
    private final AdamW optimiser;

    Opponent(AdversarialConfiguration configuration, int structures, double gradientLimit, long seed) {
        this.configuration = configuration;
        this.gradientLimit = gradientLimit;
        parameters = new Parameters(seed);
        critic = new Critic(configuration.critic(), parameters, structures);
        optimiser = new AdamW(parameters, 0);
    }

    boolean takesPart(long step) {
        return configuration.share(step) > 0;
    }

    /** The adversarial and feature-matching losses of masks that the generator made, weighted for the step. */
    Tensor loss(Tensor image, Tensor truth, Tensor generated, long step) {
        Verdict ofGenerated = withoutLearning(() -> critic.judge(image, generated));
        Verdict ofExpert = withoutGradient(image, truth);
        Tensor adversarial = HingeLoss.ofGenerator(ofGenerated).mul(new Scalar(configuration.weight()));
        Tensor features = FeatureMatching.of(ofExpert, ofGenerated).mul(new Scalar(configuration.featureWeight()));
        return adversarial.add(features).mul(new Scalar(configuration.share(step)));
    }

    /** The critic's weights have no gradient in this: only the generator learns from it. */
    private Verdict withoutLearning(Supplier<Verdict> judgement) {
        parameters.byName().values().forEach(weight -> weight.set_requires_grad(false));
        try {
            return judgement.get();
        } finally {
            parameters.byName().values().forEach(weight -> weight.set_requires_grad(true));
        }
    }

    private Verdict withoutGradient(Tensor image, Tensor mask) {
        try (var guard = new NoGradGuard()) {
            return critic.judge(image, mask);
        }
    }

    /**
     * Teaches the critic one batch.
     *
     * @param rate of the generator
     * @return its loss
     */
    double learn(Tensor image, Tensor truth, Tensor generated, long step, double rate) {
        parameters.byName().values().forEach(weight -> {
            if (weight.grad().defined()) {
                weight.grad().zero_();
            }
        });
        Tensor value = HingeLoss.ofCritic(critic.judge(image, truth), critic.judge(image, generated.detach()));
        double number = Lesson.finite(value, "critic's loss", step);
        value.backward();
        Lesson.limitGradient(parameters, gradientLimit, "critic's gradient", step);
        optimiser.step(step - configuration.firstStep() + 1, configuration.rateFactor() * rate);
        critic.advance();
        return number;
    }

    /** The arithmetic of its convolutions so far. */
    long operations() {
        return parameters.work().operations();
    }

    /** Everything that a checkpoint has to hold of it, by part. */
    Map<String, Map<String, Tensor>> state() {
        var state = new HashMap<String, Map<String, Tensor>>();
        state.put("critic/weight/", parameters.byName());
        state.put("critic/state/", parameters.states());
        state.put("critic/first/", optimiser.firstMoments());
        state.put("critic/second/", optimiser.secondMoments());
        return state;
    }

    @Override
    public void close() {
        optimiser.close();
        parameters.close();
    }
}
