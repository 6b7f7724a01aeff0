package org.midline.delineation.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.midline.cohort.Split;
import org.midline.core.Sequence;
import org.midline.evaluation.AlignedText;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.Distribution;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.Measure;
import org.midline.evaluation.Metric;

/**
 * The table of Front Oncol 2025;15:1602516 with more columns: a model each for T1C, T2 and T2-FLAIR, measured on the
 * patients that it learnt from and on those of another centre.
 *
 * @param title what was measured; names synthetic patients as such
 * @param cases of the training and test splits
 * @param controls of patients without a tumour, in whom anything that is drawn is false
 */
public record PaperTable(String title, List<MeasuredCase> cases, List<MeasuredCase> controls) {
    /** More than this in a patient without tumour counts as a false positive. */
    public static final double FALSE_POSITIVE_ML = 1;

    private static final List<Metric> COLUMNS =
            List.of(Metric.DSC, Metric.HD95, Metric.ASSD, Metric.NSD_2_MM, Metric.SENSITIVITY, Metric.PRECISION);
    private static final List<Split> SPLITS = List.of(Split.TRAIN, Split.VALIDATION, Split.TEST);

    public PaperTable {
        cases = List.copyOf(cases);
        controls = List.copyOf(controls);
    }

    /** What is compared with what. */
    private record Pairing(String title, Function<MeasuredCase, Optional<CaseEvaluation>> evaluation) {}

    private static final List<Pairing> PAIRINGS = List.of(
            new Pairing("proposal - truth", one -> Optional.of(one.againstTruth())),
            new Pairing("proposal - expert", MeasuredCase::againstExpert),
            new Pairing("expert - truth", MeasuredCase::betweenExperts));

    /** For the terminal. */
    public String text() {
        var lines = new AlignedText(3);
        List<String> head = new ArrayList<>(List.of("", "patients", "", "DSC", "median", "95% CI"));
        COLUMNS.stream().skip(1).map(Metric::heading).forEach(head::add);
        head.add("least DSC");
        head.add("undefined");
        lines.add(head);
        for (Sequence sequence : sequences()) {
            for (Split split : SPLITS) {
                for (Pairing pairing : PAIRINGS) {
                    List<CaseEvaluation> group = group(sequence, split, pairing);
                    if (!group.isEmpty()) {
                        lines.add(row(sequence, split, pairing, group));
                    }
                }
            }
        }
        return title + "\n\n" + lines.text("") + "\n" + controlsText() + "\n" + PAPER;
    }

    private static final String PAPER = """
            The paper states for its own patients (not the same, so not to be compared case by case): DSC in training
            T2 0.916, T2-FLAIR 0.893, T1C 0.802; in test T2 0.872, T2-FLAIR 0.862, T1C 0.750.
            Figures on training patients tell how well the models learnt, not how good they are.
            """;

    /** One row for each case and pairing (RFC 4180); undefined measures are empty cells. */
    public String csv() {
        var text = new StringBuilder("patient,sequence,split,pairing,"
                + Metric.STANDARD.stream().map(Metric::key).collect(Collectors.joining(",")) + "\r\n");
        Stream.concat(cases.stream(), controls.stream())
                .forEach(one -> PAIRINGS.forEach(pairing -> pairing.evaluation()
                        .apply(one)
                        .ifPresent(evaluation -> text.append("%s,%s,%s,%s,%s\r\n"
                                .formatted(
                                        one.patientId(),
                                        one.sequence().key(),
                                        one.split().key(),
                                        pairing.title(),
                                        Metric.STANDARD.stream()
                                                .map(metric -> number(evaluation.measure(metric)))
                                                .collect(Collectors.joining(",")))))));
        return text.toString();
    }

    private static String number(Measure measure) {
        return measure.number().isPresent()
                ? String.format(Locale.ROOT, "%.6f", measure.number().getAsDouble())
                : "";
    }

    private List<String> row(Sequence sequence, Split split, Pairing pairing, List<CaseEvaluation> group) {
        Distribution dsc = distribution(group, Metric.DSC);
        List<String> row = new ArrayList<>();
        row.add(sequence.title());
        row.add("%d %s".formatted(group.size(), split == Split.TRAIN ? "training" : split.key()));
        row.add(pairing.title());
        row.add(Metric.DSC.format(dsc.mean()) + " ± " + Metric.DSC.format(dsc.sd()));
        row.add(Metric.DSC.format(dsc.median()));
        row.add(dsc.meanInterval()
                .map(i -> Metric.DSC.format(i.low()) + " to " + Metric.DSC.format(i.high()))
                .orElse("-"));
        COLUMNS.stream()
                .skip(1)
                .map(metric -> metric.format(distribution(group, metric).mean()))
                .forEach(row::add);
        row.add(Metric.DSC.format(dsc.minimum()));
        row.add(Integer.toString(distribution(group, Metric.HD95).undefined()));
        return row;
    }

    private String controlsText() {
        if (controls.isEmpty()) {
            return "";
        }
        return sequences().stream()
                .map(sequence -> {
                    List<MeasuredCase> group = controls.stream()
                            .filter(one -> one.sequence() == sequence)
                            .toList();
                    List<String> wrong = group.stream()
                            .filter(one -> one.proposalMl() > FALSE_POSITIVE_ML)
                            .map(one -> String.format(Locale.ROOT, "%s %.1f ml", one.patientId(), one.proposalMl()))
                            .toList();
                    return "%s: more than %.0f ml in %d of %d patients without glioma%s%n"
                            .formatted(
                                    sequence.title(),
                                    FALSE_POSITIVE_ML,
                                    wrong.size(),
                                    group.size(),
                                    wrong.isEmpty() ? "" : " (" + String.join(", ", wrong) + ")");
                })
                .collect(Collectors.joining());
    }

    private List<Sequence> sequences() {
        return Stream.of(Sequence.values())
                .filter(sequence -> cases.stream().anyMatch(one -> one.sequence() == sequence))
                .toList();
    }

    private List<CaseEvaluation> group(Sequence sequence, Split split, Pairing pairing) {
        return cases.stream()
                .filter(one -> one.sequence() == sequence && one.split() == split)
                .flatMap(one -> pairing.evaluation().apply(one).stream())
                .toList();
    }

    private static Distribution distribution(List<CaseEvaluation> group, Metric metric) {
        return Distribution.of(group.stream().map(c -> c.measure(metric)).toList(), EvaluationTable.BOOTSTRAP_SEED);
    }
}
