package org.midline.network.training;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.midline.network.data.Patch;
import org.midline.network.data.PatchFeed;
import org.midline.network.data.PatchSource;
import org.midline.network.data.PatchStream;

/**
 * Trains a generator by its overlap losses and, if configured, against a critic, with a look at the validation patients
 * every so often, and checkpoints.
 */
final class Trainer {
    private static final long REPORT_EVERY = 25;

    private final TrainingConfiguration configuration;
    private final TrainingState state;
    private final Checkpoint checkpoint;
    private final Path folder;
    private final RunControl control;
    private long savedStep;
    private long savedNanos = System.nanoTime();

    /**
     * @param state after the step that is gone on from, as the checkpoint has it, or before the first
     * @param folder for the records
     */
    Trainer(
            TrainingConfiguration configuration,
            TrainingState state,
            Checkpoint checkpoint,
            Path folder,
            RunControl control) {
        this.configuration = configuration;
        this.state = state;
        this.checkpoint = checkpoint;
        this.folder = folder;
        this.control = control;
        savedStep = state.step();
    }

    /**
     * Trains to the last step, to the end of patience, or until it is asked to stop; the state is in the checkpoint then.
     *
     * @param source of the patches to learn from
     * @param validation looked at unchanged
     * @throws TrainingDivergedException if the loss is no longer a number; the last checkpoint is kept
     */
    void train(PatchSource source, PatchStream validation) throws IOException, InterruptedException {
        var clock = new StepClock(System::nanoTime);
        Lesson lesson = state.lesson(clock);
        var validator = new Validator(state.generator(), validation);
        try (var records = TrainingRecords.open(folder, configuration.task().outputNames(), state.step());
                var feed = new PatchFeed(source, configuration.batchSize(), state.step())) {
            var progress = new Progress(
                    configuration.steps(), configuration.validateEvery(), records.earlierLosses(), System::nanoTime);
            while (!state.isOver() && !control.stop().getAsBoolean()) {
                long step = state.step() + 1;
                long operations = state.operations();
                clock.begin();
                List<Patch> patches = feed.next();
                clock.end(StepClock.Phase.PATCHES);
                Lesson.Losses losses = lesson.learn(patches, step);
                clock.stepDone(state.operations() - operations);
                state.stepDone();
                records.step(step, losses, configuration.rate(step));
                progress.step(losses.overlap());
                boolean last = step == configuration.steps();
                if (step % REPORT_EVERY == 0 || last) {
                    records.flush();
                    control.log().accept(progress.line(step));
                }
                if (step % configuration.validateEvery() == 0 || last) {
                    look(validator, records);
                    progress.look();
                    save(records);
                } else if (isSaveDue()) {
                    save(records);
                }
            }
            if (state.step() > savedStep) {
                save(records);
            }
            clock.summary().ifPresent(control.log());
        } catch (TrainingDivergedException e) {
            throw e.withCheckpoint(savedStep);
        }
    }

    private void look(Validator validator, TrainingRecords records) throws IOException {
        var preview = new Preview(configuration.workingGrid());
        ValidationResult result = validator.look(state.average(), preview);
        records.look(state.step(), result, preview);
        state.looked(result);
        String better = state.standing().looksSince() == 0
                ? ", the best so far"
                : state.standing()
                        .best()
                        .map(best -> "; best at step %d".formatted(best.step()))
                        .orElse("");
        control.log().accept("step %d, validation: %s%s".formatted(state.step(), result, better));
    }

    private boolean isSaveDue() {
        return control.checkpoints().due(state.step() - savedStep, Duration.ofNanos(System.nanoTime() - savedNanos));
    }

    private void save(TrainingRecords records) throws IOException {
        records.force();
        checkpoint.write(state);
        savedStep = state.step();
        savedNanos = System.nanoTime();
    }
}
