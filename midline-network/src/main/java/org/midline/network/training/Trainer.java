package org.midline.network.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.midline.core.InputRefusedException;
import org.midline.network.data.Patch;
import org.midline.network.data.PatchFeed;
import org.midline.network.data.PatchSource;
import org.midline.network.data.PatchStream;
import org.midline.network.engine.Engine;
import org.midline.network.generator.Generator;
import org.midline.network.layer.Parameters;
import org.midline.network.loss.CrossEntropy;
import org.midline.network.loss.DeepSupervision;
import org.midline.network.loss.SoftDice;
import org.midline.network.model.TensorFile;
import org.midline.network.model.Weights;

/**
 * Trains a generator by Dice and cross-entropy, with a checkpoint and a look at the validation patients every so often.
 *
 * <p>In the folder: {@code checkpoint.safetensors} (to go on from), {@code training.csv} (losses),
 * {@code validation.csv} and {@code previews/} (what it sees and says).
 */
public final class Trainer {
    private static final String CHECKPOINT = "checkpoint.safetensors";
    private static final long REPORT_EVERY = 25;

    private final TrainingConfiguration configuration;
    private final PatchSource patches;
    private final PatchStream validation;
    private final Path folder;
    private final Consumer<String> log;
    private final DeepSupervision loss = new DeepSupervision(new SoftDice(1).plus(1, new CrossEntropy()));

    /**
     * @param validation drawn from unchanged
     * @param log told a line now and then
     */
    public Trainer(
            TrainingConfiguration configuration,
            PatchSource patches,
            PatchStream validation,
            Path folder,
            Consumer<String> log) {
        this.configuration = configuration;
        this.patches = patches;
        this.validation = validation;
        this.folder = folder;
        this.log = log;
    }

    /**
     * Trains to the last step.
     *
     * @param resume go on from the folder's checkpoint; otherwise there must be none
     * @param start weights to begin with; drawn at random if empty
     * @throws IllegalStateException if the loss is no longer a number; the last checkpoint is kept
     */
    public TrainedModel train(boolean resume, Optional<TensorFile> start) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path file = folder.resolve(CHECKPOINT);
        if (Files.exists(file) && !resume) {
            throw new InputRefusedException(
                    "%s: a training was begun here; go on with --resume or choose another folder".formatted(folder));
        }
        Engine.prepare();
        try (var parameters = new Parameters(configuration.seed())) {
            var generator = new Generator(configuration.generator(), parameters);
            start.ifPresent(weights -> Weights.fill(parameters, weights, "the model to start from"));
            try (var optimiser = new AdamW(parameters, configuration.weightDecay());
                    var average = new WeightAverage(parameters, configuration.averageDecay())) {
                var checkpoint = new Checkpoint(parameters.byName(), average, optimiser);
                String described = "%s on %s".formatted(configuration, patches.description());
                long done = Files.exists(file) ? checkpoint.restore(file, described) : 0;
                log.accept("%,d parameters, %s, step %d of %d"
                        .formatted(parameters.count(), patches.description(), done, configuration.steps()));
                var validator = new Validator(generator, validation, folder);
                ValidationResult last = ValidationResult.none();
                var progress = new Progress(done, configuration.steps(), folder.resolve("training.csv"), log);
                try (var feed = new PatchFeed(patches, configuration.batchSize(), done)) {
                    for (long step = done + 1; step <= configuration.steps(); step++) {
                        double rate = configuration.rate(step);
                        double value = step(generator, parameters, optimiser, feed.next(), step, rate);
                        average.update(step);
                        progress.report(step, value, rate, step % REPORT_EVERY == 0 || step == configuration.steps());
                        if (step % configuration.validateEvery() == 0 || step == configuration.steps()) {
                            last = validator.look(average, step);
                            log.accept("step %d, validation: %s".formatted(step, last));
                            checkpoint.write(file, step, described);
                        }
                    }
                }
                if (done >= configuration.steps()) {
                    last = validator.look(average, done);
                }
                return new TrainedModel(
                        Checkpoint.arrays("", average.averages()),
                        parameters.count(),
                        configuration.steps(),
                        last.diceByOutput());
            }
        }
    }

    private double step(
            Generator generator, Parameters parameters, AdamW optimiser, List<Patch> batch, long step, double rate) {
        try (var scope = new PointerScope()) {
            Batch tensors = Batch.of(batch, configuration.task().workingGrid());
            Tensor value = loss.of(generator.supervisedLogits(tensors.image()), tensors.truth());
            double number = value.item_double();
            if (!Double.isFinite(number)) {
                throw new IllegalStateException(
                        "The loss at step %d is %s: training diverged; go on from the last checkpoint with a lower rate"
                                .formatted(step, number));
            }
            value.backward();
            var weights = new TensorVector(parameters.byName().values().toArray(Tensor[]::new));
            torch.clip_grad_norm_(weights, configuration.gradientLimit());
            optimiser.step(step, rate);
            return number;
        }
    }
}
