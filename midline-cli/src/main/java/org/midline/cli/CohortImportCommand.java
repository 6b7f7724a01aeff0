package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.midline.delineation.intake.DicomCohortImport;
import org.midline.delineation.intake.ImportedCohort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code midline cohort import}. */
@Command(
        name = "import",
        sortOptions = false,
        description = {
            "Make a cohort of DICOM studies: MR series with the target in RT Structure Sets or Segmentations.",
            "Files are sorted by what they say, wherever they lie below the folder; T1C, T2 and FLAIR are recognised as",
            "by 'segment'. Run again after an interruption, it goes on where it stopped.",
            ""
        },
        footer = {
            "",
            "Patients keep their PatientID: pseudonymise before. Splits are drawn as by 'cohort check', unless",
            "participants.tsv in the folder gives them.",
            "",
            "Example:",
            "  midline cohort import studies --target-roi GTV --out cohort",
            ""
        })
final class CohortImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder with the DICOM files.")
    private Path folder;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the cohort.")
    private Path out;

    @Option(
            names = "--target-roi",
            paramLabel = "NAME",
            defaultValue = "GTV",
            description = "ROI or segment that is the target, whatever its case (default: ${DEFAULT-VALUE}).")
    private String targetRoi;

    @Mixin
    private SplitOptions splits;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        ImportedCohort imported;
        try (var progress = new ProgressLine(err, Installation.terminal(), "studies")) {
            imported =
                    new DicomCohortImport(folder, targetRoi, out, splits.shares(), splits.seed()).run(progress::done);
        }
        imported.leftOut().forEach(each -> err.println("Left out: %s: %s".formatted(each.what(), each.reason())));
        PrintWriter result = spec.commandLine().getOut();
        result.println("%d studies in %s, %d left out"
                .formatted(
                        imported.cohort().patients().size(),
                        out,
                        imported.leftOut().size()));
        result.println("Look at it with: midline cohort check " + out);
        return ExitCodes.DONE;
    }
}
