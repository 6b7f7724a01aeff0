package org.midline.network.training;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.midline.core.InputRefusedException;
import org.midline.network.data.PatchFeed;
import org.midline.network.data.PatchSource;
import org.midline.network.data.PatchStream;
import org.midline.network.engine.Engine;
import org.midline.network.generator.Generator;
import org.midline.network.layer.Parameters;
import org.midline.network.model.TensorFile;
import org.midline.network.model.Weights;

/**
 * Trains a generator by its overlap losses and, if configured, against a critic, with a checkpoint and a look at the validation patients every so often.
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
            Optional<Opponent> opponent = opponent();
            try (var optimiser = new AdamW(parameters, configuration.weightDecay());
                    var average = new WeightAverage(parameters, configuration.averageDecay());
                    Closeable leaving = () -> opponent.ifPresent(Opponent::close)) {
                var checkpoint = new Checkpoint(parameters.byName(), average, optimiser);
                String described = "%s on %s".formatted(configuration, patches.description());
                opponent.ifPresent(other -> checkpoint.add(other.state()));
                var lesson = new Lesson(configuration, generator, parameters, optimiser, opponent);
                long done = Files.exists(file) ? checkpoint.restore(file, described) : 0;
                log.accept("%,d parameters, %s, step %d of %d"
                        .formatted(parameters.count(), patches.description(), done, configuration.steps()));
                var validator = new Validator(generator, validation, folder);
                ValidationResult last = ValidationResult.none();
                var progress = new Progress(done, configuration.steps(), folder.resolve("training.csv"), log);
                try (var feed = new PatchFeed(patches, configuration.batchSize(), done)) {
                    for (long step = done + 1; step <= configuration.steps(); step++) {
                        Lesson.Losses losses = lesson.learn(feed.next(), step);
                        average.update(step);
                        progress.report(
                                step,
                                losses,
                                configuration.rate(step),
                                step % REPORT_EVERY == 0 || step == configuration.steps());
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

    private Optional<Opponent> opponent() {
        return configuration
                .adversarial()
                .map(adversarial -> new Opponent(
                        adversarial,
                        configuration.generator().outputs(),
                        configuration.gradientLimit(),
                        configuration.seed() + 1));
    }
}
