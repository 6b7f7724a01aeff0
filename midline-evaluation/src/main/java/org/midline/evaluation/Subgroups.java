package org.midline.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.midline.core.Sequence;

/**
 * A measure by what is known of the patients: site, centre, enhancement, volume, slice distance. Groups are looked at, not
 * tested: with few patients in each, a difference is a question and no answer.
 *
 * @param metric what is tabled
 * @param rows by sequence, then by what is known, then by its value
 */
public record Subgroups(Metric metric, List<Row> rows) {

    /**
     * @param by what is known, such as {@code site}
     * @param value of it, such as {@code pons}
     */
    public record Row(Sequence sequence, String by, String value, Distribution distribution) {}

    public Subgroups {
        rows = List.copyOf(rows);
    }

    /**
     * @param known of a case, by name; names that have the same value in all cases of a sequence are left out
     * @param seed of the bootstrap
     */
    public static Subgroups of(
            EvaluationTable table,
            Metric metric,
            List<String> names,
            BiFunction<CaseEvaluation, String, Optional<String>> known,
            long seed) {
        List<Row> rows = new ArrayList<>();
        table.bySequence().forEach((sequence, cases) -> {
            for (String by : names) {
                Map<String, List<Measure>> groups = new TreeMap<>();
                cases.forEach(c -> known.apply(c, by)
                        .ifPresent(value -> groups.computeIfAbsent(value, v -> new ArrayList<>())
                                .add(c.measure(metric))));
                if (groups.size() > 1) {
                    groups.forEach((value, measures) ->
                            rows.add(new Row(sequence, by, value, Distribution.of(measures, seed))));
                }
            }
        });
        return new Subgroups(metric, rows);
    }

    /** The band that a number falls in, between rising bounds: {@code below 15 ml}, {@code 15 to 30 ml}, ... */
    public static String band(double value, String unit, int... bounds) {
        int n = 0;
        while (n < bounds.length && value >= bounds[n]) {
            n++;
        }
        if (n == 0) {
            return "below %d %s".formatted(bounds[0], unit);
        }
        return n == bounds.length
                ? "%d %s or more".formatted(bounds[n - 1], unit)
                : "%d to %d %s".formatted(bounds[n - 1], bounds[n], unit);
    }

    /** For a terminal. */
    public String text() {
        var lines = new AlignedText(3);
        lines.add(List.of("sequence", "by", "group", "n", "mean " + metric.heading(), "SD", "95% CI of mean"));
        for (Row row : rows) {
            Distribution d = row.distribution();
            lines.add(List.of(
                    row.sequence().title(),
                    row.by(),
                    row.value(),
                    Integer.toString(d.defined()),
                    metric.format(d.mean()),
                    metric.format(d.sd()),
                    d.meanInterval()
                            .map(i -> metric.format(i.low()) + " to " + metric.format(i.high()))
                            .orElse("-")));
        }
        return lines.text("");
    }
}
