package org.midline.evaluation.plot;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.midline.core.Sequence;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.Metric;
import org.midline.evaluation.TukeyBox;

/** The DSC of every sequence: a box, and beside it every patient. */
public final class DscBoxPlot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    /** So that a point at 1 is seen whole. */
    private static final double TOP = 1.01;

    private static final double BOX_MIDDLE = -0.14;
    private static final double BOX_HALF = 0.13;
    private static final double CAP_HALF = 0.06;
    private static final double POINTS_MIDDLE = 0.2;
    private static final double POINTS_HALF = 0.11;
    /** Multiples of it, without the whole part, are spread evenly however many there are. */
    private static final double GOLDEN = 0.6180339887498949;

    private static final BasicStroke THIN = new BasicStroke(1.3f);
    private static final BasicStroke THICK = new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private DscBoxPlot() {}

    /** Sequences of which no patient has a DSC are left out; empty if that is all. */
    public static Optional<Drawing> of(EvaluationTable table) {
        Map<Sequence, double[]> groups = new LinkedHashMap<>();
        table.bySequence().forEach((sequence, cases) -> {
            double[] dsc = sortedDsc(cases);
            if (dsc.length > 0) {
                groups.put(sequence, dsc);
            }
        });
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        groups.forEach((sequence, dsc) -> names.add("%s (n = %d)".formatted(sequence.title(), dsc.length)));
        var x = PlotFrame.styled(new SymbolAxis(null, names.toArray(String[]::new)));
        x.setGridBandsVisible(false);
        var y = PlotFrame.axis("DSC");
        double least = groups.values().stream().mapToDouble(dsc -> dsc[0]).min().orElse(0);
        y.setRange(Math.max(-0.02, Math.floor(10 * least - 0.2) / 10), TOP);
        XYPlot plot = PlotFrame.plot(x, y);
        int index = 0;
        for (var group : groups.entrySet()) {
            SequenceMark mark = SequenceMark.of(group.getKey());
            addBox(plot, index + BOX_MIDDLE, TukeyBox.of(group.getValue()), mark);
            var points = PlotFrame.series(group.getKey().title());
            for (int n = 0; n < group.getValue().length; n++) {
                double side = 2 * (GOLDEN * n % 1) - 1;
                points.add(index + POINTS_MIDDLE + POINTS_HALF * side, group.getValue()[n]);
            }
            PlotFrame.addPoints(plot, points, mark);
            index++;
        }
        x.setRange(-0.5, groups.size() - 0.5);
        return Optional.of(PlotFrame.drawing(plot, WIDTH, HEIGHT));
    }

    private static double[] sortedDsc(List<CaseEvaluation> cases) {
        double[] dsc = cases.stream()
                .flatMapToDouble(c -> c.measure(Metric.DSC).number().stream())
                .toArray();
        Arrays.sort(dsc);
        return dsc;
    }

    private static void addBox(XYPlot plot, double middle, TukeyBox box, SequenceMark mark) {
        line(plot, middle, box.lowWhisker(), middle, box.firstQuartile(), THIN, mark);
        line(plot, middle, box.thirdQuartile(), middle, box.highWhisker(), THIN, mark);
        line(plot, middle - CAP_HALF, box.lowWhisker(), middle + CAP_HALF, box.lowWhisker(), THIN, mark);
        line(plot, middle - CAP_HALF, box.highWhisker(), middle + CAP_HALF, box.highWhisker(), THIN, mark);
        plot.addAnnotation(new XYBoxAnnotation(
                middle - BOX_HALF,
                box.firstQuartile(),
                middle + BOX_HALF,
                box.thirdQuartile(),
                THIN,
                mark.color(),
                mark.pale()));
        line(plot, middle - BOX_HALF, box.median(), middle + BOX_HALF, box.median(), THICK, mark);
    }

    private static void line(
            XYPlot plot, double x1, double y1, double x2, double y2, BasicStroke stroke, SequenceMark mark) {
        plot.addAnnotation(new XYLineAnnotation(x1, y1, x2, y2, stroke, mark.color()));
    }
}
