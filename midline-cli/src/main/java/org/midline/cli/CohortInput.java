package org.midline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.midline.cohort.Cohort;
import org.midline.cohort.TargetLabels;
import org.midline.cohort.check.CohortCheck;
import org.midline.cohort.check.CohortReport;
import org.midline.cohort.check.Finding;
import org.midline.cohort.layout.CohortChoices;
import org.midline.cohort.layout.CohortLayout;
import org.midline.cohort.layout.OpenedCohort;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands take that read a cohort: how to understand the folder of somebody else. */
final class CohortInput {
    private static final int WARNINGS_SHOWN = 3;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--target-labels",
            paramLabel = "N,N",
            converter = TargetLabelsConverter.class,
            description = "Labels of the masks that make the target (default: every label above 0).")
    private TargetLabels targetLabels = TargetLabels.every();

    @Option(
            names = "--target-roi",
            paramLabel = "NAME",
            description = "Which of several masks is the target: the ROI or segment in DICOM, label- or desc- in BIDS.")
    private String targetRoi;

    @Option(
            names = "--channel",
            paramLabel = "N=SEQUENCE",
            description = "Sequence of a channel of an nnU-Net dataset, where its name does not say: 0=t2.")
    private Map<Integer, String> channels = Map.of();

    @Mixin
    private SplitOptions splits;

    /** @throws ParameterException if an option makes no sense */
    CohortChoices choices() {
        Map<Integer, Sequence> sequences = new TreeMap<>();
        channels.forEach((channel, key) -> {
            try {
                sequences.put(channel, Sequence.ofKey(key));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(
                        spec.commandLine(), "--channel %d=%s: %s".formatted(channel, key, e.getMessage()), e);
            }
        });
        return new CohortChoices(
                targetLabels, Optional.ofNullable(targetRoi), sequences, splits.shares(), splits.seed());
    }

    /** Recognises the layout of a folder and tells what should be known of it. */
    OpenedCohort open(Path folder) {
        OpenedCohort opened = OpenedCohort.open(folder, choices());
        if (opened.layout() != CohortLayout.MIDLINE) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("Layout: " + opened.layout().title());
            opened.notes().forEach(err::println);
            err.println(CohortTable.labels(opened));
        }
        return opened;
    }

    /**
     * A cohort to train on, after the checks that take no time.
     *
     * @param sequence the segmenter's; empty for the localiser
     * @throws InputRefusedException if a check finds an error, or the localiser would have nothing to learn from
     */
    Cohort openForTraining(Path folder, Optional<Sequence> sequence) {
        OpenedCohort opened = open(folder);
        Cohort cohort = opened.cohort();
        if (sequence.isEmpty() && !hasAnatomy(cohort)) {
            throw new InputRefusedException(
                    ("%s: no labels of brainstem and thalami, from which the localiser learns; train a segmenter on this "
                                    + "cohort (--sequence) and use the localiser that Midline comes with")
                            .formatted(folder));
        }
        Set<Sequence> sequences = EnumSet.allOf(Sequence.class);
        sequence.ifPresent(one -> sequences.retainAll(Set.of(one)));
        CohortReport report = CohortCheck.quick(opened, sequences);
        List<Finding> errors = report.errors();
        if (!errors.isEmpty()) {
            String others = errors.size() == 1 ? "" : "; and %d more errors".formatted(errors.size() - 1);
            throw new InputRefusedException("%s: %s%s; all of them: midline cohort check %s"
                    .formatted(errors.get(0).what(), errors.get(0).message(), others, folder));
        }
        tellWarnings(report.warnings(), folder);
        return cohort;
    }

    private void tellWarnings(List<Finding> warnings, Path folder) {
        PrintWriter err = spec.commandLine().getErr();
        warnings.stream().limit(WARNINGS_SHOWN).map(Finding::text).forEach(err::println);
        if (warnings.size() > WARNINGS_SHOWN) {
            err.println(
                    "%d more warnings: midline cohort check %s".formatted(warnings.size() - WARNINGS_SHOWN, folder));
        }
    }

    private static boolean hasAnatomy(Cohort cohort) {
        return cohort.patients().stream()
                .flatMap(patient -> patient.images().values().stream())
                .anyMatch(image -> image.anatomy().isPresent());
    }

    /** The options as they can be typed again, each with a blank before it. */
    String typed() {
        var typed = new StringBuilder();
        if (!targetLabels.isEvery()) {
            typed.append(" --target-labels ").append(targetLabels.key());
        }
        if (targetRoi != null) {
            typed.append(" --target-roi ").append(targetRoi);
        }
        new TreeMap<>(channels).forEach((channel, key) -> typed.append(" --channel %d=%s".formatted(channel, key)));
        return typed.append(splits.typed()).toString();
    }
}
