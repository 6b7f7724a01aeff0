package org.midline.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An evaluation as comma-separated values (RFC 4180): a point in numbers, CRLF, quotes where needed. */
final class TableCsv {

    private TableCsv() {}

    static String cases(EvaluationTable table) {
        var csv = new StringBuilder();
        List<String> head = new ArrayList<>(List.of("patient", "sequence"));
        table.metrics().forEach(metric -> head.add(metric.key()));
        head.add("undefined");
        append(csv, head);
        for (CaseEvaluation c : table.cases()) {
            List<String> row =
                    new ArrayList<>(List.of(c.patientId(), c.sequence().key()));
            Map<String, List<String>> reasons = new LinkedHashMap<>();
            for (Metric metric : table.metrics()) {
                Measure measure = c.measure(metric);
                row.add(number(measure));
                if (measure instanceof Measure.Undefined undefined) {
                    reasons.computeIfAbsent(undefined.reason(), reason -> new ArrayList<>())
                            .add(metric.key());
                }
            }
            row.add(reasons.entrySet().stream()
                    .map(e -> String.join(" ", e.getValue()) + ": " + e.getKey())
                    .collect(Collectors.joining("; ")));
            append(csv, row);
        }
        return csv.toString();
    }

    static String summary(EvaluationTable table) {
        var csv = new StringBuilder();
        append(
                csv,
                List.of(
                        "sequence",
                        "measure",
                        "defined",
                        "undefined",
                        "mean",
                        "sd",
                        "median",
                        "minimum",
                        "maximum",
                        "mean_ci95_low",
                        "mean_ci95_high"));
        table.bySequence()
                .keySet()
                .forEach(sequence -> table.distributions(sequence)
                        .forEach((metric, d) -> append(
                                csv,
                                List.of(
                                        sequence.key(),
                                        metric.key(),
                                        Integer.toString(d.defined()),
                                        Integer.toString(d.undefined()),
                                        number(d.mean()),
                                        number(d.sd()),
                                        number(d.median()),
                                        number(d.minimum()),
                                        number(d.maximum()),
                                        number(d.meanInterval().map(Interval::low)),
                                        number(d.meanInterval().map(Interval::high))))));
        return csv.toString();
    }

    private static void append(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(TableCsv::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String number(Measure measure) {
        return measure instanceof Measure.Value value ? number(Optional.of(value.value())) : "";
    }

    private static String number(Optional<Double> value) {
        return value.map(v -> String.format(Locale.ROOT, "%.6f", v)).orElse("");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
