package org.midline.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.midline.phantom.cohort.CohortSheet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands take that make a cohort. */
final class CohortOptions {
    /** What making a patient takes of the heap at most. */
    private static final long PATIENT_BYTES = 500L << 20;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the cohort.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            split = ",",
            converter = CohortFormatConverter.class,
            description = {
                "What to write besides the plain layout, several with commas:",
                "  brats    one 1 mm grid a patient, ID-t1c.nii.gz ...",
                "  nnunet   a raw dataset of nnU-Net for each sequence",
                "  dicom    studies with RT Structure Sets"
            })
    private List<CohortFormat> formats = List.of(CohortFormat.PLAIN);

    @Mixin
    private HeadsOption heads;

    @Option(
            names = "--sheet",
            paramLabel = "FILE",
            description = "Draw the patients too, a row each, at most " + CohortSheet.MOST_ROWS
                    + ", truth outlined (.png or .jpg).")
    private Path sheet;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Patients made at the same time (default: one per processor, if memory allows).")
    private int threads = (int) Math.max(
            1,
            Math.min(
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() / PATIENT_BYTES));

    /** @throws ParameterException if something is missing or makes no sense */
    void check() {
        if (out == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--out=DIR'");
        }
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads %d: expected at least one".formatted(threads));
        }
        if (sheet != null && !sheet.toString().matches("(?i).+\\.(png|jpe?g)")) {
            throw new ParameterException(spec.commandLine(), "--sheet %s: expected .png or .jpg".formatted(sheet));
        }
    }

    Path out() {
        return out;
    }

    int threads() {
        return threads;
    }

    Set<CohortFormat> formats() {
        return EnumSet.copyOf(formats);
    }

    Optional<Path> sheet() {
        return Optional.ofNullable(sheet);
    }

    HeadsOption heads() {
        return heads;
    }
}
