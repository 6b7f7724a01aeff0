package org.midline.network.training;

import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.midline.network.data.Patch;
import org.midline.network.generator.Generator;
import org.midline.network.layer.Parameters;
import org.midline.network.loss.DeepSupervision;
import org.midline.network.training.StepClock.Phase;

/** One step of learning: the generator by its losses, then the critic, if there is one, by its own. */
final class Lesson {
    /** A network that knows nothing is at about 3. */
    private static final double HIGHEST_LOSS = 100;

    private final TrainingConfiguration configuration;
    private final Generator generator;
    private final Parameters parameters;
    private final AdamW optimiser;
    private final Optional<Opponent> opponent;
    private final DeepSupervision loss;
    private final StepClock clock;

    /** @param clock told when each part of a step ends */
    Lesson(
            TrainingConfiguration configuration,
            Generator generator,
            Parameters parameters,
            AdamW optimiser,
            Optional<Opponent> opponent,
            StepClock clock) {
        this.configuration = configuration;
        this.generator = generator;
        this.parameters = parameters;
        this.optimiser = optimiser;
        this.opponent = opponent;
        this.clock = clock;
        loss = configuration.loss().loss();
    }

    /**
     * What a step cost.
     *
     * @param overlap the generator's loss against the truth
     * @param critic the critic's loss; not a number while it takes no part
     */
    record Losses(double overlap, double critic) {}

    /** @throws TrainingDivergedException if a loss or a gradient is no longer a number */
    Losses learn(List<Patch> patches, long step) {
        double rate = configuration.rate(step);
        try (var scope = new PointerScope()) {
            Batch batch = Batch.of(
                    patches, configuration.workingGrid(), configuration.loss().needsDistances());
            List<Tensor> logits = generator.supervisedLogits(batch.image());
            clock.end(Phase.FORWARD);
            Tensor overlap = loss.of(logits, batch.target());
            double overlapValue = finite(overlap, "loss", step);
            if (overlapValue > HIGHEST_LOSS) {
                throw new TrainingDivergedException(
                        step, "The loss at step %d is %.0f, which is beyond all reason".formatted(step, overlapValue));
            }
            Optional<Opponent> present = opponent.filter(other -> other.takesPart(step));
            Tensor generated = logits.get(0).sigmoid();
            Tensor truth = batch.target().truth();
            Tensor total = overlap;
            clock.end(Phase.LOSS);
            if (present.isPresent()) {
                total = total.add(present.get().loss(batch.image(), truth, generated, step));
                finite(total, "loss with the critic's part", step);
                clock.end(Phase.CRITIC);
            }
            total.backward();
            clock.end(Phase.BACKWARD);
            limitGradient(parameters, configuration.gradientLimit(), "gradient", step);
            optimiser.step(step, rate);
            clock.end(Phase.UPDATE);
            double criticValue = Double.NaN;
            if (present.isPresent()) {
                criticValue = present.get().learn(batch.image(), truth, generated, step, rate);
                clock.end(Phase.CRITIC_LESSON);
            }
            return new Losses(overlapValue, criticValue);
        }
    }

    /** The value of a loss, if it is a number. */
    static double finite(Tensor loss, String what, long step) {
        return finite(loss.item_double(), what, step);
    }

    private static double finite(double number, String what, long step) {
        if (!Double.isFinite(number)) {
            throw new TrainingDivergedException(step, "The %s at step %d is %s".formatted(what, step, number));
        }
        return number;
    }

    /** Scales the gradient of all parameters down to a norm, if it is longer. */
    static void limitGradient(Parameters parameters, double limit, String what, long step) {
        var all = new TensorVector(parameters.byName().values().toArray(Tensor[]::new));
        finite(torch.clip_grad_norm_(all, limit), what, step);
    }
}
