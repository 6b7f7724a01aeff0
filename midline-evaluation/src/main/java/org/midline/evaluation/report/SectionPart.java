package org.midline.evaluation.report;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.midline.core.Mask;
import org.midline.core.Volume;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.Measure;
import org.midline.evaluation.Metric;
import org.midline.evaluation.picture.Outline;
import org.midline.evaluation.picture.Png;
import org.midline.evaluation.picture.ThreePlanes;

/** The part of a report on one sequence. */
final class SectionPart {
    private final HtmlWriter html;
    private final SequenceSection section;
    private final boolean synthetic;

    SectionPart(HtmlWriter html, SequenceSection section, boolean synthetic) {
        this.html = html;
        this.section = section;
        this.synthetic = synthetic;
    }

    void append() {
        html.open("section", "class", "sequence")
                .open("h2")
                .text(section.sequence().title() + " ");
        html.leaf(
                "span", ResultText.headline(section.result()), "class", "result " + ResultText.style(section.result()));
        html.close();
        ResultText.reason(section.result())
                .ifPresent(reason -> html.open("div", "class", "notice " + ResultText.style(section.result()))
                        .leaf("p", reason)
                        .close());
        section.image().ifPresent(this::pictures);
        html.open("div", "class", "columns");
        section.evaluation().ifPresent(this::measures);
        list("Recognised as " + section.sequence().title(), section.recognition());
        list("Remarks", section.remarks());
        html.close().close();
    }

    private void pictures(Volume image) {
        List<Outline> outlines = new ArrayList<>();
        if (section.result() instanceof Result.Proposed proposed) {
            outlines.add(Outline.proposal(proposed.gtv()));
        }
        section.truth().map(Outline::truth).ifPresent(outlines::add);
        String note = synthetic ? "SYNTHETIC" : "";
        String title = section.sequence().title();
        figure(ThreePlanes.overview(image, outlines, title, note).render(), "Whole head", outlines);
        if (outlines.stream().map(Outline::mask).anyMatch(mask -> !mask.isEmpty())) {
            figure(ThreePlanes.closeUp(image, outlines, title, note).render(), "Close-up", outlines);
        }
    }

    private void figure(BufferedImage picture, String what, List<Outline> outlines) {
        String description = "%s, %s%s: axial, coronal and sagittal slice"
                .formatted(
                        what, synthetic ? "SYNTHETIC " : "", section.sequence().title());
        html.open("figure");
        html.single(
                "img",
                "src",
                "data:image/png;base64," + Base64.getEncoder().encodeToString(Png.bytes(picture)),
                "width",
                Integer.toString(picture.getWidth()),
                "height",
                Integer.toString(picture.getHeight()),
                "alt",
                description);
        html.open("figcaption").text(description + " through " + centre() + ". The patient's right is on the left.");
        for (Outline outline : outlines) {
            html.open("span", "class", "key");
            html.leaf("i", "", "class", outline.dashed() ? "line dashed" : "line", "style", lineColor(outline));
            html.text(outline.name() + (outline.mask().isEmpty() ? " (empty)" : ""))
                    .close();
        }
        html.close().close();
    }

    private String centre() {
        if (section.result() instanceof Result.Proposed) {
            return "the centre of the proposal";
        }
        return section.truth()
                .filter(mask -> !mask.isEmpty())
                .map((Mask mask) -> "the centre of the truth")
                .orElse("the middle of the head");
    }

    private static String lineColor(Outline outline) {
        return "border-color:#%06x".formatted(outline.color().getRGB() & 0xFFFFFF);
    }

    private void measures(CaseEvaluation evaluation) {
        html.open("div", "class", "measures").leaf("h3", "Proposal against truth");
        html.open("table").open("tbody");
        for (var entry : evaluation.measures().entrySet()) {
            Metric metric = entry.getKey();
            html.open("tr").leaf("th", metric.heading(), "scope", "row");
            if (entry.getValue() instanceof Measure.Undefined undefined) {
                html.leaf("td", "undefined: " + undefined.reason(), "class", "undefined");
            } else {
                html.leaf("td", metric.format(entry.getValue()), "class", "number");
            }
            html.close();
        }
        html.close().close().close();
    }

    private void list(String title, List<String> statements) {
        if (statements.isEmpty()) {
            return;
        }
        html.open("div").leaf("h3", title).open("ul");
        statements.forEach(statement -> html.leaf("li", statement));
        html.close().close();
    }
}
