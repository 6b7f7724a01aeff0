package org.midline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code midline cohort}. */
@Command(
        name = "cohort",
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Check a cohort before training on it, or make one of DICOM studies.",
            "A cohort is a folder with cohort.json, or one in the layout of BraTS, nnU-Net or BIDS, which is read as it is.",
            ""
        },
        subcommands = {CohortCheckCommand.class, CohortImportCommand.class},
        footer = {"", "Example:", "  midline cohort check BraTS-PEDs --target-labels 1,2,3", ""})
final class CohortCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }
}
