package org.midline.evaluation.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.midline.core.Sequence;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.EvaluationTable;

/** Lays out a {@link CohortReport}. */
final class CohortPage {
    private static final String STATUS = "Research use only. Not a medical device.";
    private static final String SORTING = PageResource.text("sorting.js");
    private static final List<String> UNDEFINED_POLICY = List.of(
            "Undefined: a measure that does not exist for a patient, such as HD95 where nothing was found, is left out of"
                    + " means, medians and intervals, and counted. Nothing found in a patient with tumour is DSC 0 and"
                    + " does count, and so is anything found in a patient without. An image that could not be delineated is undefined in every measure.",
            "95 % CI of mean: bias-corrected and accelerated bootstrap over the patients.");

    private final CohortReport report;
    private final HtmlWriter html = new HtmlWriter();

    CohortPage(CohortReport report) {
        this.report = report;
    }

    String html() {
        html.open("html", "lang", "en");
        head();
        html.open("body");
        html.leaf("p", STATUS, "class", "status");
        html.open("main");
        header();
        new TablePart(html).append(bySequence());
        report.furtherTables().forEach(new TablePart(html)::append);
        new PlotPart(html, report.table()).append();
        new ExemplarPart(html, report).append();
        new PatientPart(html, report.table()).append();
        Definitions.append(html, UNDEFINED_POLICY);
        FactList.append(html, facts());
        html.close();
        html.leaf("footer", "Midline \u00b7 " + STATUS);
        html.script(SORTING);
        html.close().close();
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
                "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-%s'"
                        .formatted(base64Sha256(SORTING)));
        html.leaf("title", (report.synthetic() ? "SYNTHETIC: " : "") + report.title());
        html.style(PageResource.text("report.css") + PageResource.text("cohort.css"));
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
        html.leaf("p", extent(report.table()), "class", "patient");
        if (report.synthetic()) {
            html.leaf(
                    "p",
                    "These patients do not exist: images and truths are synthetic, made by a computer.",
                    "class",
                    "made");
        }
        html.close();
    }

    private static String extent(EvaluationTable table) {
        long patients =
                table.cases().stream().map(CaseEvaluation::patientId).distinct().count();
        return "%s, %s%s"
                .formatted(
                        counted(patients, "patient"),
                        counted(table.cases().size(), "image"),
                        table.bySequence().keySet().stream()
                                .map(Sequence::title)
                                .collect(Collectors.joining(", ", table.cases().isEmpty() ? "" : " of ", "")));
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private ReportTable bySequence() {
        Map<String, List<CaseEvaluation>> groups = new LinkedHashMap<>();
        report.table().bySequence().forEach((sequence, cases) -> groups.put(sequence.title(), cases));
        return ReportTable.ofPaper(
                "Proposal against truth",
                "Sequence",
                groups,
                report.table().bootstrapSeed(),
                "Mean \u00b1 standard deviation, unless the heading says otherwise. Undefined: patients for whom a measure"
                        + " does not exist; they are not in its mean.");
    }

    private List<FactGroup> facts() {
        List<FactGroup> facts = new ArrayList<>(report.facts());
        facts.add(new FactGroup(
                "Statistics",
                List.of(new FactGroup.Fact(
                        "Seed of the bootstrap", Long.toString(report.table().bootstrapSeed())))));
        return facts;
    }

    /** So that the page runs this script and no other. */
    private static String base64Sha256(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
