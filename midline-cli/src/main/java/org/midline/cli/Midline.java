package org.midline.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code midline} command. Subcommands are listed in the order in which they are shown. */
@Command(
        name = "midline",
        versionProvider = CodeVersionProvider.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        description = {
            "Delineates diffuse midline glioma on MRI for radiotherapy planning.",
            "For research only: not a medical device, not for use on patients.",
            ""
        },
        subcommands = {
            DemoCommand.class,
            SegmentCommand.class,
            PhantomCommand.class,
            CohortCommand.class,
            TrainCommand.class,
            CalibrateCommand.class,
            EvaluateCommand.class,
            CompareCommand.class,
            ExperimentCommand.class,
            ModelCommand.class,
            InfoCommand.class,
            CompletionCommand.class
        })
public final class Midline implements Callable<Integer> {

    private static final String[] EXAMPLES = {
        "",
        "Start here:",
        "  midline demo                              a synthetic patient, start to end",
        "  midline segment STUDY_DIR --out result    delineate a DICOM study",
        "  midline segment --t2 t2.nii.gz --out r    delineate a NIfTI image",
        "  midline COMMAND --help                    what a command takes",
        "",
        "Exit codes: 0 done; 2 the command line is wrong; 3 the input was refused, the",
        "message says why; 4 nothing was found; 5 an internal failure, a log has more.",
        "",
    };

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            order = 100,
            description = "When something fails, print where in the code.")
    private boolean debug;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /**
     * Runs one command line in this process.
     *
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine().setOut(out).setErr(err).execute(arguments);
    }

    static CommandLine commandLine() {
        var commandLine = new CommandLine(new Midline());
        commandLine.getCommandSpec().usageMessage().footer(EXAMPLES);
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureReport())
                .setParameterExceptionHandler(new UsageReport());
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }

    boolean debug() {
        return debug;
    }
}
