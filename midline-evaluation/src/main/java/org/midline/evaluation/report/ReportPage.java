package org.midline.evaluation.report;

import java.util.List;
import java.util.Optional;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.Metric;

/** Lays out a {@link CaseReport}. */
final class ReportPage {
    private static final String STATUS = "Research use only, not a medical device";
    private static final List<Metric> SUMMARY =
            List.of(Metric.DSC, Metric.HD95, Metric.NSD_2_MM, Metric.TRUTH_VOLUME, Metric.PROPOSAL_VOLUME);
    private static final String NONE = "\u2013";

    private final CaseReport report;
    private final HtmlWriter html = new HtmlWriter();

    ReportPage(CaseReport report) {
        this.report = report;
    }

    String html() {
        html.open("html", "lang", "en");
        head();
        html.open("body");
        html.leaf("p", STATUS, "class", "status");
        html.open("main");
        header();
        report.refusal().ifPresent(reason -> notice("refused", "Nothing was delineated", reason));
        if (!report.sections().isEmpty()) {
            summary();
        }
        for (SequenceSection section : report.sections()) {
            new SectionPart(html, section, report.synthetic()).append();
        }
        FactList.append(html, report.facts());
        if (report.sections().stream().anyMatch(section -> section.evaluation().isPresent())) {
            Definitions.append(html, List.of());
        }
        html.close();
        html.leaf(
                "footer", "Midline \u00b7 " + STATUS + ". Every contour is unapproved until a clinician approves it.");
        html.close();
        html.close();
        return html.document();
    }

    private void head() {
        html.open("head");
        html.single("meta", "charset", "utf-8");
        html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.single(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; img-src data:; style-src 'unsafe-inline'");
        html.leaf("title", (report.synthetic() ? "SYNTHETIC: " : "") + report.title());
        html.style(PageResource.text("report.css"));
        html.close();
    }

    private void header() {
        html.open("header");
        html.leaf("p", "Midline", "class", "maker");
        html.open("h1").text(report.title());
        if (report.synthetic()) {
            html.text(" ").leaf("span", "SYNTHETIC", "class", "synthetic");
        }
        html.close();
        html.leaf("p", "Patient " + report.patientId(), "class", "patient");
        if (report.synthetic()) {
            html.leaf(
                    "p",
                    "This patient does not exist: the images and the truth are synthetic, made by a computer.",
                    "class",
                    "made");
        }
        html.close();
    }

    private void summary() {
        html.open("table", "class", "summary").open("thead").open("tr");
        html.leaf("th", "Sequence", "scope", "col").leaf("th", "Result", "scope", "col");
        SUMMARY.forEach(metric -> html.leaf("th", metric.heading(), "scope", "col", "class", "number"));
        html.close().close().open("tbody");
        for (SequenceSection section : report.sections()) {
            html.open("tr").leaf("th", section.sequence().title(), "scope", "row");
            html.leaf("td", ResultText.headline(section.result()));
            SUMMARY.forEach(metric -> html.leaf("td", summaryCell(section, metric), "class", "number"));
            html.close();
        }
        html.close().close();
    }

    private static String summaryCell(SequenceSection section, Metric metric) {
        Optional<CaseEvaluation> evaluation = section.evaluation();
        if (evaluation.isPresent()) {
            return metric.format(evaluation.get().measure(metric));
        }
        return metric.equals(Metric.PROPOSAL_VOLUME) && section.result() instanceof Result.Proposed proposed
                ? metric.format(proposed.gtv().volumeMl())
                : NONE;
    }

    private void notice(String kind, String headline, String reason) {
        html.open("div", "class", "notice " + kind)
                .leaf("strong", headline)
                .leaf("p", reason)
                .close();
    }
}
