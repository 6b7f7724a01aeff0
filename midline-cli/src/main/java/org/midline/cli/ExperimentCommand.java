package org.midline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code midline experiment}. */
@Command(
        name = "experiment",
        description = {"Experiments that take long and end in a table.", ""},
        footer = {
            "",
            "Examples:",
            "  midline experiment paper --cohort reference --out table",
            "  midline experiment ablation --cohort reference --sequence t2 --out ablation",
            ""
        },
        subcommands = {PaperCommand.class, AblationCommand.class, CoverageCommand.class})
final class ExperimentCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Expected the name of an experiment: paper, ablation or coverage");
    }
}
