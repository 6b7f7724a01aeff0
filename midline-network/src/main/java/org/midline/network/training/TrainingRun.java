package org.midline.network.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.Split;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.network.data.MixedPatches;
import org.midline.network.data.PatchSource;
import org.midline.network.data.PatchStream;
import org.midline.network.data.Task;
import org.midline.network.data.augmentation.AugmentationRanges;
import org.midline.network.engine.Engine;
import org.midline.network.model.FloatArray;
import org.midline.network.model.ModelFolder;
import org.midline.network.model.TensorFile;
import org.midline.network.model.Weights;

/**
 * From a cohort to a model: loads the training and validation patients, trains, and writes weights and card.
 *
 * @param sequence what the segmenter reads; empty for the localiser, which learns from all
 * @param start a model of the same kind whose training is gone on with on this cohort; empty to begin at random
 * @param fresh what to train on beside the cohort's training patients, or in their place; empty for the cohort alone
 * @param folder for the model, its checkpoint and its records ({@code training.csv}, {@code validation.csv}, {@code previews/},
 *     {@code events/}, {@code run.json})
 * @param command as the user typed it, for the card
 * @param version of the program
 */
public record TrainingRun(
        Cohort cohort,
        TrainingConfiguration configuration,
        Optional<Sequence> sequence,
        Optional<ModelFolder> start,
        Optional<FreshPatches> fresh,
        Path folder,
        String command,
        String version) {
    /** Beyond the working grid, so that a region moved, turned and shrunk finds an image everywhere. */
    private static final double REGION_MARGIN_MM = 24;

    /** The measure on a model's card that tells how well it does on the validation patients. */
    public static final String TUMOUR_DICE = CardOfTraining.MEASURED + "tumour";

    public TrainingRun {
        if ((configuration.task() == Task.SEGMENTER) != sequence.isPresent()) {
            throw new IllegalArgumentException("A segmenter reads one sequence, the localiser any");
        }
        start.ifPresent(model -> requireSameKind(model, configuration, sequence));
    }

    /** Trains, or goes on training if {@code resume}, and writes the model. */
    public ModelFolder run(boolean resume, Consumer<String> log) throws IOException, InterruptedException {
        var control = new RunControl(resume, CheckpointInterval.usual(), version, () -> false, log);
        if (run(control) instanceof TrainingOutcome.Finished finished) {
            return finished.model();
        }
        throw new IllegalStateException("A training that nobody asked to stop has stopped");
    }

    /**
     * Trains and writes the model: the best averaged weights by the validation patients.
     *
     * @throws InputRefusedException if the folder holds a checkpoint of another training, or one of this and {@code
     *     control} does not say to resume
     * @throws TrainingDivergedException if the loss is no longer a number; the last checkpoint is kept
     */
    public TrainingOutcome run(RunControl control) throws IOException, InterruptedException {
        requirePatients(Split.VALIDATION);
        if (!isAllFresh()) {
            requirePatients(Split.TRAIN);
        }
        try (var lock = FolderLock.take(folder)) {
            Path file = folder.resolve(Checkpoint.FILE_NAME);
            if (Files.exists(file) && !control.resume()) {
                throw new InputRefusedException(
                        "%s: a training was begun here; go on with --resume or choose another folder"
                                .formatted(folder));
            }
            var identity = TrainingIdentity.of(configuration, TrainingData.describe(cohort, sequences(), fresh, start));
            Engine.prepare();
            try (var state = new TrainingState(configuration)) {
                return run(control, new Checkpoint(file, identity), state);
            }
        }
    }

    private TrainingOutcome run(RunControl control, Checkpoint checkpoint, TrainingState state)
            throws IOException, InterruptedException {
        if (checkpoint.exists()) {
            checkpoint.restore(state);
        } else {
            start.ifPresent(
                    model -> Weights.fill(state.parameters(), model.verifiedWeights(), "the model to start from"));
        }
        var manifest = RunManifest.begin(folder, command, control.program(), checkpoint.identity(), state.step());
        manifest.difference()
                .ifPresent(difference -> control.log()
                        .accept("%s: the weights may differ in their last digits from those of one run"
                                .formatted(difference)));
        String end = "failed";
        try {
            if (!state.isOver()) {
                train(control, checkpoint, state);
            }
            end = state.isOver() ? "finished" : "stopped";
        } catch (TrainingDivergedException e) {
            end = "diverged at step " + e.step();
            throw e;
        } finally {
            manifest.end(end, state);
        }
        return state.isOver()
                ? new TrainingOutcome.Finished(write(state))
                : new TrainingOutcome.Stopped(checkpoint.exists() ? state.step() : 0);
    }

    private void train(RunControl control, Checkpoint checkpoint, TrainingState state)
            throws IOException, InterruptedException {
        PatchSource training;
        PatchStream validation;
        try {
            training = training(control);
            validation = load(Split.VALIDATION, AugmentationRanges.none(), control);
        } catch (CancellationException askedToStop) {
            return;
        }
        control.log()
                .accept("%,d parameters, %s, step %d of %d"
                        .formatted(
                                state.parameters().count(),
                                training.description(),
                                state.step(),
                                configuration.steps()));
        new Trainer(configuration, state, checkpoint, folder, control).train(training, validation);
    }

    private ModelFolder write(TrainingState state) throws IOException {
        Map<String, FloatArray> weights =
                state.standing().best().map(Standing.Best::weights).orElseGet(state::averagedWeights);
        return ModelFolder.write(
                folder, new TensorFile(weights, Map.of("format", "midline-model/1")), CardOfTraining.of(this, state));
    }

    private static void requireSameKind(
            ModelFolder start, TrainingConfiguration configuration, Optional<Sequence> sequence) {
        if (!start.card().generator().equals(configuration.generator())
                || !start.card().sequence().equals(sequence)) {
            throw new InputRefusedException(
                    "%s: a model of %s; expected one of the same sequence and shape to go on from"
                            .formatted(start.folder(), start.card().name()));
        }
    }

    private void requirePatients(Split split) {
        if (patients(split).isEmpty()) {
            throw new InputRefusedException(
                    "Cohort '%s' has no patient in its split '%s'; training needs both training and validation"
                            .formatted(cohort.name(), split));
        }
    }

    private List<CohortPatient> patients(Split split) {
        return cohort.patients().stream()
                .filter(patient -> patient.split() == split)
                .toList();
    }

    private PatchSource training(RunControl control) {
        if (isAllFresh()) {
            return fresh.get().source();
        }
        PatchStream patients = load(Split.TRAIN, configuration.augmentation(), control);
        return fresh.<PatchSource>map(
                        more -> new MixedPatches(patients, more.source(), more.share(), configuration.seed()))
                .orElse(patients);
    }

    /** @throws CancellationException if asked to stop meanwhile */
    private PatchStream load(Split split, AugmentationRanges ranges, RunControl control) {
        double margin = configuration.task() == Task.SEGMENTER ? REGION_MARGIN_MM : 0;
        return PatchStream.load(
                configuration.task(),
                configuration.workingGrid(),
                patients(split),
                sequences(),
                ranges,
                margin,
                configuration.seed(),
                count -> {
                    if (control.stop().getAsBoolean()) {
                        throw new CancellationException();
                    }
                    if (count % 25 == 0) {
                        control.log().accept("%d images of the split %s loaded".formatted(count, split));
                    }
                });
    }

    private List<Sequence> sequences() {
        return sequence.map(List::of).orElse(Arrays.asList(Sequence.values()));
    }

    private boolean isAllFresh() {
        return fresh.isPresent() && fresh.get().share() == 1;
    }
}
