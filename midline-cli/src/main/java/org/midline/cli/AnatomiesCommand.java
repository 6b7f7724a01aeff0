package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.midline.cohort.Split;
import org.midline.phantom.cohort.HeadPools;
import org.midline.phantom.stream.AnatomyLibraryWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code midline phantom anatomies}. */
@Command(
        name = "anatomies",
        sortOptions = false,
        description = {
            "Make synthetic patients without images: anatomy and tumour alone, some 0.4 MB each.",
            "'midline train --stream' images them anew for every patch, in a pose, a contrast and with artefacts that no "
                    + "other patch has. Run again after an interruption, it goes on where it stopped.",
            ""
        },
        footer = {"", "Example:", "  midline phantom anatomies --patients 1000 --seed 1 --out anatomies", ""})
final class AnatomiesCommand implements Callable<Integer> {

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

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the anatomies.")
    private Path out;

    @Mixin
    private HeadsOption heads;

    @Option(
            names = "--real-share",
            paramLabel = "SHARE",
            description = "Share of patients with a real head, 0 to 1, with --heads (default: 0.5). Only heads that "
                    + "cohorts keep for training are taken.")
    private Double realShare;

    @Mixin
    private FindingsOption findings;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Patients made at the same time, some 300 MB each (default: one per processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        check();
        PrintWriter err = spec.commandLine().getErr();
        HeadPools pools = heads.pools(realShare == null ? 0.5 : realShare);
        var writer = new AnatomyLibraryWriter(number -> pools.of(Split.TRAIN, number), findings.shares(), threads);
        try (var progress = new ProgressLine(err, Installation.terminal(), "patients")) {
            writer.write(out, patients, seed, progress::done);
        }
        spec.commandLine().getOut().println("%d anatomies in %s".formatted(patients, out));
        return ExitCodes.DONE;
    }

    private void check() {
        if (patients < 1) {
            throw wrong("--patients %d: expected at least one".formatted(patients));
        }
        if (threads < 1) {
            throw wrong("--threads %d: expected at least one".formatted(threads));
        }
        if (realShare != null && !(heads.isGiven() && realShare >= 0 && realShare <= 1)) {
            throw wrong("--real-share %s: expected 0 to 1, with --heads".formatted(realShare));
        }
    }

    private ParameterException wrong(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }
}
