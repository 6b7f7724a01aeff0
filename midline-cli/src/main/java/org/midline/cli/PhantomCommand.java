package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.midline.cohort.Cohort;
import org.midline.cohort.Split;
import org.midline.cohort.SplitShares;
import org.midline.phantom.cohort.CohortPlan;
import org.midline.phantom.cohort.CohortSheet;
import org.midline.phantom.cohort.CohortSummary;
import org.midline.phantom.cohort.HeadPools;
import org.midline.phantom.cohort.Population;
import org.midline.phantom.scanner.Centre;
import org.midline.phantom.tumour.FindingShares;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code midline phantom}. What is required is checked here, so that it is not asked of subcommands. */
@Command(
        name = "phantom",
        sortOptions = false,
        customSynopsis = {
            "midline phantom --patients N --out DIR [OPTION ...]",
            "       midline phantom reference --out DIR [OPTION ...]",
            "       midline phantom anatomies --patients N --out DIR [OPTION ...]"
        },
        description = {
            "Make synthetic patients with the truth known: a cohort to train and to evaluate on.",
            "Each has T1C, T2 and FLAIR as NIfTI with the GTV, the same as an expert might have drawn it, and the labels "
                    + "of brainstem and thalami. Run again after an interruption, it goes on where it stopped.",
            ""
        },
        subcommands = {ReferenceCommand.class, AnatomiesCommand.class},
        footer = {
            "",
            "Seeds from 900000 to 999999 are kept for demonstration and evaluation: do not train on them.",
            "",
            "Examples:",
            "  midline phantom reference --out reference",
            "  midline phantom --patients 400 --seed 1 --out cohort",
            "  midline phantom anatomies --patients 1000 --out anatomies",
            "  midline phantom --patients 12 --seed 900000 --split test --sheet unseen.png --out unseen",
            ""
        })
final class PhantomCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--patients", paramLabel = "N", description = "How many patients.")
    private int patients;

    @Mixin
    private CohortOptions options;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed makes the same patients (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            converter = SplitConverter.class,
            description = "Put all patients in train, validation or test "
                    + "(default: 70 %% train, 15 %% validation, 15 %% test).")
    private Split split;

    @Option(
            names = "--centre",
            paramLabel = "CENTRE",
            defaultValue = "usual",
            converter = CentreConverter.class,
            description = "Where they are imaged: usual, a, b, or the file of a centre of your own (default: "
                    + "${DEFAULT-VALUE}).")
    private Centre centre;

    @Option(
            names = "--real-share",
            paramLabel = "SHARE",
            description = "Share of patients with a real head, 0 to 1, with --heads (default: 0.5).")
    private Double realShare;

    @Mixin
    private FindingsOption findings;

    @Override
    public Integer call() throws IOException {
        check();
        var folder = new CohortFolder(
                options.out(),
                options.formats(),
                options.threads(),
                spec.commandLine().getErr());
        Cohort cohort = folder.make(plan());
        if (options.sheet().isPresent()) {
            CohortSheet.write(options.sheet().get(), cohort);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(new CohortSummary(cohort).text());
        out.println("%d synthetic patients (%d train, %d validation, %d test) in %s"
                .formatted(
                        cohort.patients().size(),
                        count(cohort, Split.TRAIN),
                        count(cohort, Split.VALIDATION),
                        count(cohort, Split.TEST),
                        options.out()));
        return ExitCodes.DONE;
    }

    private CohortPlan plan() {
        HeadPools heads = options.heads().pools(realShare == null ? 0.5 : realShare);
        FindingShares shares = findings.shares();
        return CohortPlan.seeded(
                options.out().toAbsolutePath().normalize().getFileName().toString(),
                "Synthetic patients, seed " + seed,
                patients,
                seed,
                shares(),
                (of, number) -> new Population(heads.of(of, number), centre, shares));
    }

    private void check() {
        options.check();
        if (patients < 1) {
            throw wrong("--patients %d: expected at least one".formatted(patients));
        }
        if (realShare != null) {
            if (!(realShare >= 0 && realShare <= 1)) {
                throw wrong("--real-share %s: expected 0 to 1".formatted(realShare));
            }
            if (!options.heads().isGiven()) {
                throw wrong("--real-share needs --heads");
            }
        }
    }

    private ParameterException wrong(String reason) {
        return new ParameterException(spec.commandLine(), reason);
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
