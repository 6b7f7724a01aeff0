package org.midline.evaluation.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.midline.core.Sequence;
import org.midline.evaluation.BlandAltman;
import org.midline.evaluation.CaseEvaluation;

/** Bland-Altman plot of the volumes of truth and proposal: difference over mean, with bias and limits of agreement. */
public final class VolumeAgreementPlot {
    static final int WIDTH = 560;
    static final int HEIGHT = 400;
    private static final double ROOM = 0.12;
    private static final Color GROUND = new Color(255, 255, 255, 190);
    private static final BasicStroke SOLID = new BasicStroke(1.6f);
    private static final BasicStroke DASHED =
            new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {7, 5}, 0);
    private static final BasicStroke HAIR = new BasicStroke(1);

    private VolumeAgreementPlot() {}

    /** Without lines if there is one patient only; empty if none has both volumes. */
    public static Optional<Drawing> of(Sequence sequence, List<CaseEvaluation> cases) {
        List<BlandAltman.Pair> pairs = BlandAltman.volumes(cases);
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        var x = PlotFrame.axis("Mean of truth and proposal (ml)");
        x.setAutoRangeIncludesZero(true);
        var y = PlotFrame.axis("Proposal \u2212 truth (ml)");
        XYPlot plot = PlotFrame.plot(x, y);
        plot.addRangeMarker(marker(0, "", PlotFrame.QUIET, HAIR));
        double low =
                pairs.stream().mapToDouble(BlandAltman.Pair::difference).min().orElse(0);
        double high =
                pairs.stream().mapToDouble(BlandAltman.Pair::difference).max().orElse(0);
        if (pairs.size() > 1) {
            BlandAltman agreement = BlandAltman.of(pairs);
            plot.addRangeMarker(marker(agreement.bias(), "bias", PlotFrame.INK, SOLID));
            plot.addRangeMarker(marker(agreement.upperLimit(), "+1.96 SD", PlotFrame.INK, DASHED));
            plot.addRangeMarker(marker(agreement.lowerLimit(), "\u22121.96 SD", PlotFrame.INK, DASHED));
            low = Math.min(low, agreement.lowerLimit());
            high = Math.max(high, agreement.upperLimit());
        }
        double room = Math.max(ROOM * (high - low), 0.1);
        y.setRange(Math.min(0, low) - room, Math.max(0, high) + room);
        var points = PlotFrame.series(sequence.title());
        pairs.forEach(pair -> points.add(pair.mean(), pair.difference()));
        PlotFrame.addPoints(plot, points, SequenceMark.of(sequence));
        return Optional.of(PlotFrame.drawing(plot, WIDTH, HEIGHT));
    }

    private static ValueMarker marker(double value, String name, Color color, BasicStroke stroke) {
        var marker = new ValueMarker(value, color, stroke);
        if (!name.isEmpty()) {
            marker.setLabel(String.format(Locale.ROOT, "%s  %.1f", name, value).replace('-', '\u2212'));
            marker.setLabelFont(PlotFrame.NOTE);
            marker.setLabelPaint(PlotFrame.INK);
            marker.setLabelBackgroundColor(GROUND);
            marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        }
        return marker;
    }
}
