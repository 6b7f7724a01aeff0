package org.midline.evaluation.plot;

import java.util.List;
import java.util.Optional;
import org.midline.core.Sequence;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.Metric;

/** The DSC of every patient over the volume of the truth. */
public final class DscVolumePlot {
    private DscVolumePlot() {}

    /** Empty if no patient has both. */
    public static Optional<Drawing> of(Sequence sequence, List<CaseEvaluation> cases) {
        var points = PlotFrame.series(sequence.title());
        for (CaseEvaluation one : cases) {
            one.measure(Metric.DSC)
                    .number()
                    .ifPresent(dsc -> one.measure(Metric.TRUTH_VOLUME).number().ifPresent(ml -> points.add(ml, dsc)));
        }
        if (points.isEmpty()) {
            return Optional.empty();
        }
        var x = PlotFrame.axis("Volume of truth (ml)");
        x.setAutoRangeIncludesZero(true);
        var y = PlotFrame.axis("DSC");
        y.setRange(-0.02, 1.02);
        var plot = PlotFrame.plot(x, y);
        PlotFrame.addPoints(plot, points, SequenceMark.of(sequence));
        return Optional.of(PlotFrame.drawing(plot, VolumeAgreementPlot.WIDTH, VolumeAgreementPlot.HEIGHT));
    }
}
