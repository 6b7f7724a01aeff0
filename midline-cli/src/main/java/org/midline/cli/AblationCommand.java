package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.midline.cohort.Cohort;
import org.midline.core.Sequence;
import org.midline.core.file.WholeFile;
import org.midline.delineation.CodeVersion;
import org.midline.network.ablation.Ablation;
import org.midline.network.ablation.AblationTable;
import org.midline.network.ablation.Variant;
import org.midline.network.data.Task;
import org.midline.network.training.CheckpointInterval;
import org.midline.network.training.RunControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code midline experiment ablation}. */
@Command(
        name = "ablation",
        sortOptions = false,
        description = {
            "Train with and without the critic, the attention and the multi-scale blocks, and a plain U-Net of the same "
                    + "cost, each from several seeds on the same budget; compare them on the validation patients.",
            "Run again after an interruption, it goes on where it stopped.",
            ""
        },
        footer = {
            "",
            "Written into --out: ablation.txt, ablation.csv, and a folder for each run.",
            "",
            "Example:",
            "  midline experiment ablation --cohort reference --stream anatomies --sequence t2 --out ablation",
            ""
        })
final class AblationCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--cohort", required = true, paramLabel = "DIR", description = "Folder with cohort.json.")
    private Path cohort;

    @Option(
            names = "--sequence",
            required = true,
            paramLabel = "SEQUENCE",
            converter = SequenceConverter.class,
            description = "t1c, t2 or flair.")
    private Sequence sequence;

    @Mixin
    private StreamOption stream;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Of each run (default: ${DEFAULT-VALUE}, some 20 minutes on two cores).")
    private long steps;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each variant is trained (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the runs and the table.")
    private Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (steps < 1 || seeds < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--steps %d --seeds %d: expected at least one".formatted(steps, seeds));
        }
        stream.check();
        var ablation = new Ablation(
                Cohort.read(cohort),
                sequence,
                seed -> stream.patches(Task.SEGMENTER, Optional.of(sequence), seed),
                List.copyOf(Arrays.asList(Variant.values())),
                seeds,
                steps,
                Files.createDirectories(out),
                CodeVersion.current().version());
        PrintWriter err = spec.commandLine().getErr();
        return CleanStop.during(err, stop -> {
            String program = CodeVersion.current().toString();
            Optional<AblationTable> table =
                    ablation.run(new RunControl(true, CheckpointInterval.usual(), program, stop, err::println));
            if (table.isEmpty()) {
                err.println("Stopped, all that was done is saved: run the same again to go on");
                return CleanStop.EXIT_CODE;
            }
            WholeFile.writeText(out.resolve("ablation.txt"), table.get().text());
            WholeFile.writeText(out.resolve("ablation.csv"), table.get().csv());
            spec.commandLine().getOut().println(table.get().text());
            return ExitCodes.DONE;
        });
    }
}
