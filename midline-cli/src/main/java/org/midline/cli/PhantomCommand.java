package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.midline.cohort.Cohort;
import org.midline.cohort.Split;
import org.midline.phantom.cohort.CohortForm;
import org.midline.phantom.cohort.CohortGenerator;
import org.midline.phantom.cohort.CohortPlan;
import org.midline.phantom.cohort.HeadPool;
import org.midline.phantom.cohort.Population;
import org.midline.phantom.cohort.SplitShares;
import org.midline.phantom.scanner.Centre;
import org.midline.phantom.tumour.FindingShares;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code midline phantom}. */
@Command(
        name = "phantom",
        sortOptions = false,
        description = {
            "Make synthetic patients with the truth known: a cohort to train and to evaluate on.",
            "Each has T1C, T2 and FLAIR as NIfTI with the GTV and the labels of brainstem and thalami. "
                    + "Run again after an interruption, it goes on where it stopped.",
            ""
        },
        footer = {
            "",
            "Seeds from 900000 to 999999 are kept for demonstration and evaluation: do not train on them.",
            "",
            "Examples:",
            "  midline phantom --patients 400 --seed 1 --out cohort",
            "  midline phantom --patients 12 --seed 900000 --split test --out unseen",
            ""
        })
final class PhantomCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--patients", required = true, paramLabel = "N", description = "How many patients.")
    private int patients;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed makes the same patients (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the cohort.")
    private Path out;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            converter = SplitConverter.class,
            description = "Put all patients in train, validation or test "
                    + "(default: 70 %% train, 15 %% validation, 15 %% test).")
    private Split split;

    @Option(
            names = "--tumour-free",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of patients without a tumour, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double tumourFreeShare;

    @Option(names = "--dicom", description = "Write each patient's DICOM study too, into dicom/ID.")
    private boolean dicom;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Patients made at the same time, some 300 MB each (default: one per processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        check();
        PrintWriter err = spec.commandLine().getErr();
        List<CohortForm> studies = List.of(new StudyForm(out.resolve("dicom")));
        var generator = new CohortGenerator(out, threads, dicom ? studies : List.of(), dicom ? List.of() : studies);
        Cohort cohort;
        try (var progress = new ProgressLine(err, Installation.terminal(), "patients")) {
            cohort = generator.generate(plan(), progress::done);
        }
        spec.commandLine()
                .getOut()
                .println("%d synthetic patients (%d train, %d validation, %d test) in %s"
                        .formatted(
                                cohort.patients().size(),
                                count(cohort, Split.TRAIN),
                                count(cohort, Split.VALIDATION),
                                count(cohort, Split.TEST),
                                out));
        return ExitCodes.DONE;
    }

    private CohortPlan plan() {
        var population = new Population(HeadPool.PROCEDURAL, Centre.USUAL, new FindingShares(tumourFreeShare, 0));
        return CohortPlan.seeded(
                out.toAbsolutePath().normalize().getFileName().toString(),
                "Synthetic patients, seed " + seed,
                patients,
                seed,
                shares(),
                (split, number) -> population);
    }

    private void check() {
        if (patients < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--patients %d: expected at least one".formatted(patients));
        }
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads %d: expected at least one".formatted(threads));
        }
        if (!(tumourFreeShare >= 0 && tumourFreeShare <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--tumour-free %s: expected 0 to 1".formatted(tumourFreeShare));
        }
    }

    private SplitShares shares() {
        if (split == null) {
            return SplitShares.USUAL;
        }
        return new SplitShares(
                split == Split.TRAIN ? 1 : 0, split == Split.VALIDATION ? 1 : 0, split == Split.TEST ? 1 : 0);
    }

    private static long count(Cohort cohort, Split split) {
        return cohort.patients().stream()
                .filter(patient -> patient.split() == split)
                .count();
    }
}
