package org.midline.evaluation.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.Measure;
import org.midline.evaluation.Metric;

/** Every patient's row, in a table that a click on a heading sorts. */
final class PatientPart {
    private static final List<Metric> COLUMNS = List.of(
            Metric.DSC,
            Metric.HD95,
            Metric.ASSD,
            Metric.NSD_2_MM,
            Metric.SENSITIVITY,
            Metric.PRECISION,
            Metric.TRUTH_VOLUME,
            Metric.PROPOSAL_VOLUME,
            Metric.VOLUME_DIFFERENCE,
            Metric.RELATIVE_VOLUME_DIFFERENCE);

    private final HtmlWriter html;
    private final EvaluationTable table;
    private final boolean undefined;

    PatientPart(HtmlWriter html, EvaluationTable table) {
        this.html = html;
        this.table = table;
        this.undefined = table.cases().stream().anyMatch(c -> !reasons(c).isEmpty());
    }

    void append() {
        html.open("section", "class", "patients").leaf("h2", "Every patient");
        html.open("table", "class", "sortable").open("thead").open("tr");
        html.leaf("th", "Patient", "scope", "col").leaf("th", "Sequence", "scope", "col");
        COLUMNS.forEach(metric -> html.leaf("th", metric.heading(), "scope", "col", "class", "number"));
        if (undefined) {
            html.leaf("th", "Undefined because", "scope", "col", "class", "why");
        }
        html.close().close().open("tbody");
        table.cases().forEach(this::row);
        html.close().close().close();
    }

    private void row(CaseEvaluation one) {
        html.open("tr").leaf("th", one.patientId(), "scope", "row");
        html.leaf("td", one.sequence().title());
        for (Metric metric : COLUMNS) {
            if (one.measure(metric) instanceof Measure.Value value) {
                html.leaf(
                        "td",
                        metric.format(value.value()),
                        "class",
                        "number",
                        "data-value",
                        String.format(Locale.ROOT, "%.6f", value.value()));
            } else {
                html.leaf("td", "\u2013", "class", "number");
            }
        }
        if (undefined) {
            html.leaf("td", reasons(one), "class", "why");
        }
        html.close();
    }

    private static String reasons(CaseEvaluation one) {
        return COLUMNS.stream()
                .map(one::measure)
                .filter(Measure.Undefined.class::isInstance)
                .map(measure -> ((Measure.Undefined) measure).reason())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
