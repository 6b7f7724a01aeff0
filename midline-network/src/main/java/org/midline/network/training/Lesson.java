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

/** One step of learning: the generator by its losses, then the critic, if there is one, by its own. */
final class Lesson {
    private final TrainingConfiguration configuration;
    private final Generator generator;
    private final Parameters parameters;
    private final AdamW optimiser;
    private final Optional<Opponent> opponent;
    private final DeepSupervision loss;

    Lesson(
            TrainingConfiguration configuration,
            Generator generator,
            Parameters parameters,
            AdamW optimiser,
            Optional<Opponent> opponent) {
        this.configuration = configuration;
        this.generator = generator;
        this.parameters = parameters;
        this.optimiser = optimiser;
        this.opponent = opponent;
        loss = configuration.loss().loss();
    }

    /**
     * What a step cost.
     *
     * @param overlap the generator's loss against the truth
     * @param critic the critic's loss; not a number while it takes no part
     */
    record Losses(double overlap, double critic) {}

    /** @throws IllegalStateException if a loss is no longer a number; nothing is changed then */
    Losses learn(List<Patch> patches, long step) {
        double rate = configuration.rate(step);
        try (var scope = new PointerScope()) {
            Batch batch = Batch.of(
                    patches, configuration.workingGrid(), configuration.loss().needsDistances());
            List<Tensor> logits = generator.supervisedLogits(batch.image());
            Tensor overlap = loss.of(logits, batch.target());
            double overlapValue = finite(overlap, "loss", step);
            Optional<Opponent> present = opponent.filter(other -> other.takesPart(step));
            Tensor generated = logits.get(0).sigmoid();
            Tensor truth = batch.target().truth();
            Tensor total = overlap;
            if (present.isPresent()) {
                total = total.add(present.get().loss(batch.image(), truth, generated, step));
                finite(total, "loss with the critic's part", step);
            }
            total.backward();
            torch.clip_grad_norm_(
                    new TensorVector(parameters.byName().values().toArray(Tensor[]::new)),
                    configuration.gradientLimit());
            optimiser.step(step, rate);
            double criticValue =
                    present.isPresent() ? present.get().learn(batch.image(), truth, generated, step, rate) : Double.NaN;
            return new Losses(overlapValue, criticValue);
        }
    }

    private static double finite(Tensor loss, String what, long step) {
        double number = loss.item_double();
        if (!Double.isFinite(number)) {
            throw new IllegalStateException(
                    "The %s at step %d is %s: training diverged; go on from the last checkpoint with a lower rate"
                            .formatted(what, step, number));
        }
        return number;
    }
}
