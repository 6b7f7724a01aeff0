package org.midline.evaluation.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.midline.core.Sequence;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.Measure;
import org.midline.evaluation.Metric;

/** The worst and the median patients of a cohort's report. */
final class ExemplarPart {
    private static final List<Metric> CAPTION =
            List.of(Metric.DSC, Metric.HD95, Metric.TRUTH_VOLUME, Metric.PROPOSAL_VOLUME);

    private final HtmlWriter html;
    private final CohortReport report;

    ExemplarPart(HtmlWriter html, CohortReport report) {
        this.html = html;
        this.report = report;
    }

    void append() {
        report.table().bySequence().forEach((sequence, cases) -> {
            List<ExemplarPicture> pictures = report.pictures().stream()
                    .filter(picture -> picture.exemplar().evaluation().sequence() == sequence)
                    .toList();
            List<CaseEvaluation> without = cases.stream()
                    .filter(c -> c.measure(Metric.DSC).number().isEmpty())
                    .toList();
            if (!pictures.isEmpty() || !without.isEmpty()) {
                section(sequence, pictures, without);
            }
        });
    }

    private void section(Sequence sequence, List<ExemplarPicture> pictures, List<CaseEvaluation> without) {
        html.open("section", "class", "exemplars").leaf("h2", sequence.title() + ": the worst patients and the median");
        if (!pictures.isEmpty()) {
            html.open("p", "class", "note")
                    .text("Axial, coronal and sagittal slice through the middle of the truth; the patient's right is on"
                            + " the left.");
            key("Proposal", "line", "#35d0f2");
            key("Truth", "line dashed", "#ffb000");
            html.close();
        }
        pictures.forEach(this::figure);
        if (!without.isEmpty()) {
            html.leaf("h3", "Without a DSC").open("ul");
            without.forEach(c -> html.leaf("li", c.patientId() + ": " + reason(c)));
            html.close();
        }
        html.close();
    }

    private void key(String name, String style, String color) {
        html.open("span", "class", "key");
        html.leaf("i", "", "class", style, "style", "border-color:" + color);
        html.text(name).close();
    }

    private void figure(ExemplarPicture picture) {
        CaseEvaluation evaluation = picture.exemplar().evaluation();
        String who = evaluation.patientId() + (report.synthetic() ? " (SYNTHETIC)" : "");
        html.open("figure");
        html.single(
                "img",
                "src",
                "data:image/png;base64," + picture.png().base64(),
                "width",
                Integer.toString(picture.png().width()),
                "height",
                Integer.toString(picture.png().height()),
                "alt",
                "%s, %s, in three planes".formatted(who, evaluation.sequence().title()));
        html.open("figcaption")
                .leaf("strong", picture.exemplar().role() + ": " + who + ".")
                .text(CAPTION.stream()
                        .map(metric -> metric.title() + " " + inWords(metric, evaluation.measure(metric)))
                        .collect(Collectors.joining(", ", "", ".")))
                .close()
                .close();
    }

    private static String inWords(Metric metric, Measure measure) {
        if (measure instanceof Measure.Undefined undefined) {
            return "undefined (" + undefined.reason() + ")";
        }
        return Stream.of(metric.format(measure), metric.unit())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String reason(CaseEvaluation evaluation) {
        return evaluation.measure(Metric.DSC) instanceof Measure.Undefined undefined ? undefined.reason() : "";
    }
}
