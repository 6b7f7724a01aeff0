package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.midline.cohort.Cohort;
import org.midline.cohort.Folds;
import org.midline.core.Sequence;
import org.midline.delineation.CodeVersion;
import org.midline.evaluation.EvaluationTable;
import org.midline.network.data.Task;
import org.midline.network.model.ModelCard;
import org.midline.network.model.ModelFolder;
import org.midline.network.training.CrossValidation;
import org.midline.network.training.FreshPatches;
import org.midline.network.training.Ingredient;
import org.midline.network.training.RunControl;
import org.midline.network.training.TrainingConfiguration;
import org.midline.network.training.TrainingDivergedException;
import org.midline.network.training.TrainingOutcome;
import org.midline.network.training.TrainingRun;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code midline train}. */
@Command(
        name = "train",
        sortOptions = false,
        description = {
            "Train a model on a cohort: one per sequence, and a localiser that reads any of them.",
            "A checkpoint is kept; a training that was interrupted goes on with --resume.",
            ""
        },
        footer = {
            "",
            "In the folder: weights.safetensors and card.json (the model, the best by the validation",
            "patients), checkpoint.safetensors, run.json (what ran on what), training.csv, validation.csv,",
            "previews/ with what the network sees and says, and events/ for TensorBoard.",
            "Interrupted (Ctrl-C), it finishes its step, saves its state and leaves with exit code 130;",
            "killed, it loses what came after the last checkpoint. Both go on to the same weights.",
            "MIDLINE_THREADS sets the number of native threads. About 10 MB of heap per image:",
            "MIDLINE_HEAP=5g for the localiser of some hundred patients.",
            "",
            "Examples:",
            "  midline train --cohort cohort --sequence t2 --out models/t2",
            "  midline train --cohort cohort --localiser --steps 700 --out models/localiser",
            "  midline train --cohort cohort --stream anatomies --sequence t2 --out models/t2",
            "  midline train --cohort cohort --sequence t2 --folds 5 --out folds",
            ""
        })
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private What what;

    private static final class What {
        @Option(
                names = "--sequence",
                required = true,
                paramLabel = "SEQUENCE",
                converter = SequenceConverter.class,
                description = "Train the segmenter of t1c, t2 or flair.")
        private Sequence sequence;

        @Option(names = "--localiser", required = true, description = "Train the localiser, on all sequences.")
        private boolean localiser;
    }

    @Option(names = "--cohort", required = true, paramLabel = "DIR", description = "Folder of the cohort.")
    private Path cohort;

    @Mixin
    private CohortInput input;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the model.")
    private Path out;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "1100",
            description = "Steps of two patches each (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the first weights and the patches (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "A model of the same sequence whose training to go on with, on this cohort.")
    private Path from;

    @Mixin
    private StreamOption stream;

    @Option(
            names = "--without",
            paramLabel = "INGREDIENT",
            split = ",",
            converter = IngredientConverter.class,
            description = "Leave out one or more of critic, attention, multi-scale, pyramid, deep-supervision, "
                    + "boundary, to see what they are worth.")
    private List<Ingredient> without = List.of();

    @Mixin
    private FoldsOption folds;

    @Mixin
    private LoopOptions loop;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (steps < 1) {
            throw new ParameterException(spec.commandLine(), "--steps %d: expected at least one".formatted(steps));
        }
        stream.check();
        loop.check();
        folds.check(!what.localiser);
        PrintWriter err = spec.commandLine().getErr();
        Cohort patients = input.openForTraining(cohort, Optional.ofNullable(what.sequence));
        Task task = what.localiser ? Task.LOCALISER : Task.SEGMENTER;
        Optional<FreshPatches> fresh = stream.patches(task, Optional.ofNullable(what.sequence), seed);
        try {
            return CleanStop.during(err, stop -> {
                RunControl control = loop.control(stop, err::println);
                return folds.isGiven()
                        ? crossValidate(patients, fresh, control)
                        : result(training(patients, fresh, out).run(control));
            });
        } catch (TrainingDivergedException e) {
            err.println("midline: " + e.getMessage());
            return ExitCodes.INTERNAL;
        }
    }

    private TrainingRun training(Cohort patients, Optional<FreshPatches> fresh, Path folder) {
        Task task = what.localiser ? Task.LOCALISER : Task.SEGMENTER;
        return new TrainingRun(
                patients,
                TrainingConfiguration.of(task, steps, seed).without(without).withPatience(loop.patience()),
                Optional.ofNullable(what.sequence),
                Optional.ofNullable(from).map(ModelFolder::read),
                fresh,
                folder,
                command(),
                CodeVersion.current().version());
    }

    private int crossValidate(Cohort patients, Optional<FreshPatches> fresh, RunControl control)
            throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        var crossValidation = new CrossValidation(
                Folds.deal(patients, folds.count(), seed), (part, folder) -> training(part, fresh, folder), out);
        for (int fold : folds.wanted()) {
            err.println("Fold %d of %d".formatted(fold, folds.count()));
            if (crossValidation.train(fold, control) instanceof TrainingOutcome.Stopped stopped) {
                return result(stopped);
            }
        }
        if (!crossValidation.unfinished().isEmpty()) {
            spec.commandLine().getOut().println("Folds without a model yet: " + crossValidation.unfinished());
            return ExitCodes.DONE;
        }
        var outOfFold = new OutOfFold(crossValidation, patients, what.sequence, err);
        EvaluationTable table;
        try {
            table = outOfFold.measure(control.stop());
        } catch (CancellationException askedToStop) {
            err.println("Stopped while measuring; what was measured is kept: go on with --resume");
            return CleanStop.EXIT_CODE;
        }
        spec.commandLine().getOut().println(table.text());
        return result(new TrainingOutcome.Finished(crossValidation.join(outOfFold.measures(table))));
    }

    private int result(TrainingOutcome outcome) {
        if (outcome instanceof TrainingOutcome.Stopped stopped) {
            spec.commandLine()
                    .getErr()
                    .println(
                            stopped.step() == 0
                                    ? "Stopped before there was anything to save"
                                    : "Stopped after step %d, which is saved: go on with --resume"
                                            .formatted(stopped.step()));
            return CleanStop.EXIT_CODE;
        }
        ModelCard card = ((TrainingOutcome.Finished) outcome).model().card();
        PrintWriter result = spec.commandLine().getOut();
        result.println("Model in " + out
                + card.weightsOfStep().map(step -> ", weights of step " + step).orElse(""));
        card.measures().forEach((name, value) -> result.println("  %s: %.3f".formatted(name, value)));
        return ExitCodes.DONE;
    }

    /** As it can be typed again; the folders are the user's own. */
    private String command() {
        String which = what.localiser ? "--localiser" : "--sequence " + what.sequence.key();
        return "midline train --cohort COHORT%s %s --steps %d --seed %d%s%s%s%s%s --out models/%s"
                .formatted(
                        input.typed(),
                        which,
                        steps,
                        seed,
                        from == null ? "" : " --from MODEL",
                        stream.asTyped(),
                        without.isEmpty()
                                ? ""
                                : " --without "
                                        + without.stream().map(Ingredient::key).collect(Collectors.joining(",")),
                        loop.asTyped(),
                        folds.asTyped(),
                        what.localiser ? "localiser" : what.sequence.key());
    }
}
