package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.midline.cohort.Cohort;
import org.midline.cohort.FileHashes;
import org.midline.phantom.cohort.CohortSheet;
import org.midline.phantom.cohort.CohortSummary;
import org.midline.phantom.cohort.HeadPools;
import org.midline.phantom.cohort.ReferencePlan;
import org.midline.phantom.scanner.Centre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code midline phantom reference}. */
@Command(
        name = "reference",
        sortOptions = false,
        customSynopsis = "midline phantom reference --out DIR [--heads FOLDER] [OPTION ...]",
        description = {
            "Make the reference cohort: 116 training and 24 validation patients of centre A, 26 test patients of "
                    + "centre B with heads never seen in training.",
            "In DIR/controls: 20 patients of centre B without glioma, a cohort of their own, to count false positives "
                    + "in.",
            "The same files every time: DIR/SHA256SUMS has their hashes, the last line printed is one for all of them.",
            ""
        },
        footer = {
            "",
            "Without --heads all heads are procedural; with it, half of the patients have real heads.",
            "",
            "Examples:",
            "  midline phantom reference --out reference",
            "  midline phantom reference --out reference --heads heads --format nnunet,dicom",
            ""
        })
final class ReferenceCommand implements Callable<Integer> {
    private static final double REAL_SHARE = 0.5;
    private static final String CONTROLS = "controls";

    @Spec
    private CommandSpec spec;

    @Mixin
    private CohortOptions options;

    @Override
    public Integer call() throws IOException {
        options.check();
        make(ReferencePlan.PUBLISHED);
        return ExitCodes.DONE;
    }

    private void make(ReferencePlan plan) throws IOException {
        HeadPools heads = options.heads().pools(REAL_SHARE);
        Centre centreA = Centre.builtIn("a");
        Centre centreB = Centre.builtIn("b");
        CohortFolder patients = folder(options.out());
        Cohort cohort = patients.make(plan.patients(heads, centreA, centreB));
        CohortFolder controls = folder(options.out().resolve(CONTROLS));
        Cohort controlCohort = controls.make(plan.controls(heads, centreB));
        if (options.sheet().isPresent()) {
            CohortSheet.write(options.sheet().get(), cohort);
        }
        List<String> parts = new ArrayList<>(patients.parts());
        controls.parts().forEach(part -> parts.add(CONTROLS + "/" + part));
        String hash = FileHashes.write(options.out(), parts);
        PrintWriter out = spec.commandLine().getOut();
        out.println(new CohortSummary(cohort).text());
        out.println(new CohortSummary(controlCohort).text());
        out.println(
                "In %s; hashes of all files in %s, their own SHA-256:".formatted(options.out(), FileHashes.FILE_NAME));
        out.println(hash);
    }

    private CohortFolder folder(Path folder) {
        return new CohortFolder(
                folder, options.formats(), options.threads(), spec.commandLine().getErr());
    }
}
