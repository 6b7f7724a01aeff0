package org.midline.network.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.midline.network.generator.Generator;
import org.midline.network.layer.Parameters;
import org.midline.network.model.FloatArray;

/**
 * All that changes while a network learns: weights, their average and the optimiser's moments, those of the critic, the
 * best weights so far, and the step. What is seen at a step follows from the step; nothing else has a memory.
 *
 * <p>Owns native memory: close it.
 */
final class TrainingState implements AutoCloseable {
    private final TrainingConfiguration configuration;
    private final Parameters parameters;
    private final Generator generator;
    private final AdamW optimiser;
    private final WeightAverage average;
    private final Optional<Opponent> opponent;
    private Standing standing = Standing.atTheStart();
    private long step;

    /** The state before the first step. */
    TrainingState(TrainingConfiguration configuration) {
        this.configuration = configuration;
        parameters = new Parameters(configuration.seed());
        generator = new Generator(configuration.generator(), parameters);
        opponent = configuration
                .adversarial()
                .map(adversarial -> new Opponent(
                        adversarial,
                        configuration.generator().outputs(),
                        configuration.gradientLimit(),
                        configuration.seed() + 1));
        optimiser = new AdamW(parameters, configuration.weightDecay());
        average = new WeightAverage(parameters, configuration.averageDecay());
    }

    Generator generator() {
        return generator;
    }

    Parameters parameters() {
        return parameters;
    }

    WeightAverage average() {
        return average;
    }

    Lesson lesson(StepClock clock) {
        return new Lesson(configuration, generator, parameters, optimiser, opponent, clock);
    }

    /** The arithmetic of all convolutions so far, in this run. */
    long operations() {
        return parameters.work().operations()
                + opponent.map(Opponent::operations).orElse(0L);
    }

    /** The last step that was done; 0 before the first. */
    long step() {
        return step;
    }

    Standing standing() {
        return standing;
    }

    /** Whether the last step was done, or there is no patience left. */
    boolean isOver() {
        return step >= configuration.steps() || standing.exhausted(configuration.patience());
    }

    /** After a step, its weights are part of the average. */
    void stepDone() {
        step++;
        average.update(step);
    }

    void looked(ValidationResult result) {
        standing = standing.after(step, result, this::averagedWeights);
    }

    void restored(long restoredStep, Standing restoredStanding) {
        step = restoredStep;
        standing = restoredStanding;
    }

    Map<String, FloatArray> averagedWeights() {
        return Checkpoint.arrays("", average.averages());
    }

    /** Every tensor of the state, by the prefix that its part has in a checkpoint. */
    Map<String, Map<String, Tensor>> tensors() {
        var parts = new LinkedHashMap<String, Map<String, Tensor>>();
        parts.put("weight/", parameters.byName());
        parts.put("average/", average.averages());
        parts.put("first/", optimiser.firstMoments());
        parts.put("second/", optimiser.secondMoments());
        opponent.ifPresent(other -> parts.putAll(new TreeMap<>(other.state())));
        return parts;
    }

    @Override
    public void close() {
        average.close();
        optimiser.close();
        opponent.ifPresent(Opponent::close);
        parameters.close();
    }
}
