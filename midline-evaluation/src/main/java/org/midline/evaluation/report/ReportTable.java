package org.midline.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.Distribution;
import org.midline.evaluation.Interval;
import org.midline.evaluation.Measure;
import org.midline.evaluation.Metric;

/**
 * A table of words and numbers in a report.
 *
 * @param title its heading
 * @param head a heading for each column
 * @param rows the first cell of each names the row
 * @param note how to read it; may be empty
 */
public record ReportTable(String title, List<String> head, List<List<String>> rows, String note) {
    private static final String NONE = "\u2013";
    private static final List<Metric> FURTHER =
            List.of(Metric.HD95, Metric.ASSD, Metric.NSD_2_MM, Metric.SENSITIVITY, Metric.PRECISION);

    public ReportTable {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(
                        "Row of %d cells under %d headings: %s".formatted(row.size(), head.size(), row));
            }
        }
    }

    /**
     * The form of Front Oncol 2025;15:1602516, DSC as mean and standard deviation, with more columns.
     *
     * @param groups cases by what they have in common, in the order of the rows
     * @param seed of the bootstrap
     */
    public static ReportTable ofPaper(
            String title, String what, Map<String, List<CaseEvaluation>> groups, long seed, String note) {
        List<String> head = new ArrayList<>(List.of(what, "n", "DSC", "DSC, median", "DSC, 95 % CI of mean"));
        FURTHER.forEach(metric -> head.add(metric.heading()));
        head.add("Undefined");
        List<List<String>> rows = new ArrayList<>();
        groups.forEach((name, cases) -> rows.add(row(name, cases, seed)));
        return new ReportTable(title, head, rows, note);
    }

    private static List<String> row(String name, List<CaseEvaluation> cases, long seed) {
        Distribution dsc = distribution(cases, Metric.DSC, seed);
        List<String> row = new ArrayList<>();
        row.add(name);
        row.add(Integer.toString(cases.size()));
        row.add(meanAndSd(Metric.DSC, dsc));
        row.add(number(Metric.DSC, dsc.median()));
        Optional<Interval> interval = dsc.meanInterval();
        row.add(interval.map(i -> Metric.DSC.format(i.low()) + " to " + Metric.DSC.format(i.high()))
                .orElse(NONE));
        FURTHER.forEach(metric -> row.add(meanAndSd(metric, distribution(cases, metric, seed))));
        row.add(undefined(cases));
        return row;
    }

    /** How many cases have no DSC, no HD95 and so on; measures of one count are named together. */
    private static String undefined(List<CaseEvaluation> cases) {
        List<Metric> metrics = new ArrayList<>(List.of(Metric.DSC));
        metrics.addAll(FURTHER);
        Map<Long, List<String>> counts = metrics.stream()
                .collect(Collectors.groupingBy(
                        metric -> cases.stream()
                                .filter(c -> c.measure(metric).number().isEmpty())
                                .count(),
                        TreeMap::new,
                        Collectors.mapping(Metric::title, Collectors.toList())));
        counts.remove(0L);
        if (counts.isEmpty()) {
            return "0";
        }
        return counts.entrySet().stream()
                .map(e -> "%d (%s)"
                        .formatted(
                                e.getKey(),
                                e.getValue().size() == metrics.size() ? "all" : String.join(", ", e.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static Distribution distribution(List<CaseEvaluation> cases, Metric metric, long seed) {
        return Distribution.of(cases.stream().map(c -> c.measure(metric)).toList(), seed);
    }

    private static String meanAndSd(Metric metric, Distribution d) {
        return d.sd().number().isPresent()
                ? metric.format(d.mean()) + " \u00b1\u00a0" + metric.format(d.sd())
                : number(metric, d.mean());
    }

    private static String number(Metric metric, Measure measure) {
        return measure instanceof Measure.Value value ? metric.format(value.value()) : NONE;
    }
}
