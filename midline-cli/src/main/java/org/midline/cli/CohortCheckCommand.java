package org.midline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.midline.cohort.check.CohortCheck;
import org.midline.cohort.check.CohortReport;
import org.midline.cohort.check.Finding;
import org.midline.cohort.layout.OpenedCohort;
import org.midline.core.Sequence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code midline cohort check}. */
@Command(
        name = "check",
        sortOptions = false,
        description = {
            "Read every image and mask of a cohort and say what is in it and what is wrong with it.",
            "Errors (exit code 3) have to be put right before anything is trained; warnings have to be known.",
            ""
        },
        footer = {
            "",
            "Where the folder gives no splits they are drawn: all studies of a person into one split, every site and",
            "small and large targets spread over the splits. participants.tsv in the folder may name each person's site",
            "and split (columns participant_id, site, split).",
            "",
            "Examples:",
            "  midline cohort check BraTS-PEDs --target-labels 1,2,3",
            "  midline cohort check Dataset042_Glioma --channel 0=flair",
            ""
        })
final class CohortCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The cohort.")
    private Path folder;

    @Option(
            names = "--sequence",
            paramLabel = "SEQUENCE",
            split = ",",
            converter = SequenceConverter.class,
            description = "Look at t1c, t2, flair alone, or several with commas (default: all).")
    private List<Sequence> sequences = List.of();

    @Mixin
    private CohortInput input;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        OpenedCohort opened = OpenedCohort.open(folder, input.choices());
        Set<Sequence> wanted = sequences.isEmpty() ? EnumSet.allOf(Sequence.class) : EnumSet.copyOf(sequences);
        CohortReport report = report(opened, wanted);
        out.print(CohortTable.text(opened, report));
        report.findings().stream().map(Finding::text).forEach(out::println);
        int errors = report.errors().size();
        out.println("%s, %s"
                .formatted(count(errors, "error"), count(report.warnings().size(), "warning")));
        return errors == 0 ? ExitCodes.DONE : ExitCodes.INPUT_REFUSED;
    }

    private CohortReport report(OpenedCohort opened, Set<Sequence> wanted) {
        int images = opened.cohort().patients().stream()
                .mapToInt(patient -> (int) patient.images().keySet().stream()
                        .filter(wanted::contains)
                        .count())
                .sum();
        PrintWriter err = spec.commandLine().getErr();
        try (var progress = new ProgressLine(err, Installation.terminal(), "images")) {
            return CohortCheck.thorough(
                    opened,
                    wanted,
                    done -> progress.done(done, images, opened.cohort().name(), true));
        }
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
