package org.midline.evaluation.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.midline.evaluation.BlandAltman;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.Metric;
import org.midline.evaluation.plot.Drawing;
import org.midline.evaluation.plot.DscBoxPlot;
import org.midline.evaluation.plot.DscVolumePlot;
import org.midline.evaluation.plot.PlotFrame;
import org.midline.evaluation.plot.VolumeAgreementPlot;

/** The plots of a cohort's report. */
final class PlotPart {
    private final HtmlWriter html;
    private final EvaluationTable table;

    PlotPart(HtmlWriter html, EvaluationTable table) {
        this.html = html;
        this.table = table;
    }

    void append() {
        html.open("section", "class", "plots").leaf("h2", "DSC and volumes");
        if (!PlotFrame.hasFonts()) {
            html.open("div", "class", "notice")
                    .leaf(
                            "p",
                            "The plots are left out: this computer has no fonts that Java could draw their letters"
                                    + " with. Install some (Debian: fontconfig, fonts-dejavu-core) and evaluate again.")
                    .close()
                    .close();
            return;
        }
        figure(
                DscBoxPlot.of(table),
                "DSC by sequence",
                "Box: quartiles and median. Whiskers: to the last patient within 1.5 lengths of the box. Points: every"
                        + " patient.");
        table.bySequence().forEach((sequence, cases) -> {
            html.open("div", "class", "pair").leaf("h3", sequence.title());
            html.open("div", "class", "columns");
            figure(
                    VolumeAgreementPlot.of(sequence, cases),
                    sequence.title() + ": agreement of volumes (Bland and Altman, Lancet 1986)",
                    agreement(cases));
            figure(
                    DscVolumePlot.of(sequence, cases),
                    sequence.title() + ": DSC against the volume of the truth",
                    points(cases));
            html.close().close();
        });
        html.close();
    }

    private void figure(Optional<Drawing> plot, String title, String caption) {
        if (plot.isEmpty()) {
            html.leaf("p", title + ": no patient has the measures for this plot.", "class", "note");
            return;
        }
        Drawing drawing = plot.get();
        html.open("figure", "class", "plot");
        html.single(
                "img",
                "src",
                "data:image/svg+xml;base64,"
                        + Base64.getEncoder().encodeToString(drawing.svg().getBytes(StandardCharsets.UTF_8)),
                "width",
                Integer.toString(drawing.width()),
                "height",
                Integer.toString(drawing.height()),
                "alt",
                title);
        html.open("figcaption")
                .leaf("strong", title + ".")
                .text(caption)
                .close()
                .close();
    }

    private static String agreement(List<CaseEvaluation> cases) {
        List<BlandAltman.Pair> pairs = BlandAltman.volumes(cases);
        if (pairs.size() < 2) {
            return "One patient has no bias and no limits of agreement.";
        }
        BlandAltman agreement = BlandAltman.of(pairs);
        return String.format(
                        Locale.ROOT,
                        "n = %d. Bias %.2f ml (standard error %.2f); 95 %% limits of agreement %.2f to %.2f ml (standard"
                                + " error of each %.2f). Proposal minus truth.",
                        pairs.size(),
                        agreement.bias(),
                        agreement.biasStandardError(),
                        agreement.lowerLimit(),
                        agreement.upperLimit(),
                        agreement.limitStandardError())
                .replace(" -", " \u2212");
    }

    private static String points(List<CaseEvaluation> cases) {
        long count = cases.stream()
                .filter(c -> c.measure(Metric.DSC).number().isPresent()
                        && c.measure(Metric.TRUTH_VOLUME).number().isPresent())
                .count();
        return "n = %d, a point each.".formatted(count);
    }
}
