package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.midline.core.Sequence;
import org.midline.delineation.CodeVersion;
import org.midline.network.data.Task;
import org.midline.network.model.ModelFolder;
import org.midline.network.training.Ingredient;
import org.midline.network.training.TrainingConfiguration;
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
            "In the folder: weights.safetensors and card.json (the model), checkpoint.safetensors,",
            "training.csv, validation.csv, and previews/ with what the network sees and says.",
            "MIDLINE_THREADS sets the number of native threads. About 10 MB of heap per image:",
            "MIDLINE_HEAP=5g for the localiser of some hundred patients.",
            "",
            "Examples:",
            "  midline train --cohort cohort --sequence t2 --out models/t2",
            "  midline train --cohort cohort --localiser --steps 700 --out models/localiser",
            "  midline train --cohort cohort --stream anatomies --sequence t2 --out models/t2",
            ""
        })
final class TrainCommand implements Callable<Integer> {

    /** As shells say it: 128 and the number of the signal. */
    private static final int INTERRUPTED = 130;

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

    @Option(names = "--resume", description = "Go on from the checkpoint in the folder.")
    private boolean resume;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (steps < 1) {
            throw new ParameterException(spec.commandLine(), "--steps %d: expected at least one".formatted(steps));
        }
        stream.check();
        Task task = what.localiser ? Task.LOCALISER : Task.SEGMENTER;
        PrintWriter err = spec.commandLine().getErr();
        Thread whenInterrupted = new Thread(() -> leaveAtOnce(err));
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
        ModelFolder model;
        try {
            model = new TrainingRun(
                            input.openForTraining(cohort, Optional.ofNullable(what.sequence)),
                            TrainingConfiguration.of(task, steps, seed).without(without),
                            Optional.ofNullable(what.sequence),
                            Optional.ofNullable(from).map(ModelFolder::read),
                            stream.patches(task, Optional.ofNullable(what.sequence), seed),
                            out,
                            command(),
                            CodeVersion.current().version())
                    .run(resume, err::println);
        } finally {
            Runtime.getRuntime().removeShutdownHook(whenInterrupted);
        }
        PrintWriter result = spec.commandLine().getOut();
        result.println("Model in " + out);
        model.card().measures().forEach((name, value) -> result.println("  %s: %.3f".formatted(name, value)));
        return ExitCodes.DONE;
    }

    /** The tensor library crashes if it is taken down while it computes; all files are whole at any moment. */
    private static void leaveAtOnce(PrintWriter err) {
        err.println("Interrupted; the last checkpoint is kept: go on with --resume");
        err.flush();
        Runtime.getRuntime().halt(INTERRUPTED);
    }

    /** As it can be typed again; the folders are the user's own. */
    private String command() {
        String which = what.localiser ? "--localiser" : "--sequence " + what.sequence.key();
        return "midline train --cohort COHORT%s %s --steps %d --seed %d%s%s%s --out models/%s"
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
                        what.localiser ? "localiser" : what.sequence.key());
    }
}
