package org.midline.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An evaluation for the terminal. */
final class TableText {

    private TableText() {}

    static String summary(EvaluationTable table) {
        var text = new StringBuilder(table.title()).append('\n');
        table.bySequence().forEach((sequence, cases) -> {
            text.append('\n')
                    .append(sequence.title())
                    .append(", ")
                    .append(cases.size())
                    .append(cases.size() == 1 ? " case\n" : " cases\n");
            var lines = new AlignedText(1);
            lines.add(List.of("", "mean", "SD", "median", "range", "95% CI of mean", "undefined"));
            for (Map.Entry<Metric, Distribution> entry :
                    table.distributions(sequence).entrySet()) {
                Metric metric = entry.getKey();
                Distribution d = entry.getValue();
                lines.add(List.of(
                        metric.heading(),
                        number(metric, d.mean()),
                        number(metric, d.sd()),
                        number(metric, d.median()),
                        d.defined() == 0 ? "-" : metric.format(d.minimum()) + " to " + metric.format(d.maximum()),
                        d.meanInterval()
                                .map(i -> metric.format(i.low()) + " to " + metric.format(i.high()))
                                .orElse("-"),
                        Integer.toString(d.undefined())));
            }
            text.append(lines.text("  "));
        });
        text.append("\nStatistics are over the cases where the measure is defined; the others are counted.\n");
        return text.toString();
    }

    static String cases(EvaluationTable table) {
        var lines = new AlignedText(2);
        List<String> head = new ArrayList<>(List.of("patient", "sequence"));
        table.metrics().forEach(metric -> head.add(metric.heading()));
        lines.add(head);
        for (CaseEvaluation c : table.cases()) {
            List<String> row =
                    new ArrayList<>(List.of(c.patientId(), c.sequence().title()));
            table.metrics().forEach(metric -> row.add(number(metric, c.measure(metric))));
            lines.add(row);
        }
        return lines.text("");
    }

    private static String number(Metric metric, Measure measure) {
        return measure instanceof Measure.Value value ? metric.format(value.value()) : "-";
    }
}
