package org.midline.evaluation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.midline.core.Sequence;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.Measure;
import org.midline.evaluation.Metric;
import org.xml.sax.InputSource;

class PlotsTest {
    private static final List<CaseEvaluation> CASES = List.of(
            one("P1", Sequence.T2, 0.9, 20, 21),
            one("P2", Sequence.T2, 0, 12, 0),
            one("P3", Sequence.T2, 0.7, 31.5, 25),
            CaseEvaluation.refused("P4", Sequence.T2, "no head"));
    private static final List<CaseEvaluation> REFUSED = List.of(CaseEvaluation.refused("P4", Sequence.T2, "no head"));

    @BeforeAll
    static void fonts() {
        assumeTrue(PlotFrame.hasFonts(), "Java finds no fonts on this machine");
    }

    private static CaseEvaluation one(String id, Sequence sequence, double dsc, double truthMl, double proposalMl) {
        return new CaseEvaluation(
                id,
                sequence,
                Map.of(
                        Metric.DSC, Measure.of(dsc),
                        Metric.TRUTH_VOLUME, Measure.of(truthMl),
                        Metric.PROPOSAL_VOLUME, Measure.of(proposalMl)));
    }

    private static List<Optional<Drawing>> all(List<CaseEvaluation> cases) {
        return List.of(
                DscBoxPlot.of(new EvaluationTable("t", cases)),
                VolumeAgreementPlot.of(Sequence.T2, cases),
                DscVolumePlot.of(Sequence.T2, cases));
    }

    @Test
    void eachIsOneSvgElementThatRefersToNothing() throws Exception {
        for (Optional<Drawing> plot : all(CASES)) {
            Drawing drawing = plot.orElseThrow();
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(drawing.svg())))
                    .getDocumentElement();
            assertThat(root.getAttribute("viewBox"))
                    .isEqualTo("0 0 %d %d".formatted(drawing.width(), drawing.height()));
            assertThat(drawing.svg())
                    .doesNotContain("href")
                    .doesNotContain("<text")
                    .doesNotContain("<image");
        }
    }

    @Test
    void everyPatientWithAValueIsAPoint() {
        String color = "rgb(0,114,178)";
        long points = DscVolumePlot.of(Sequence.T2, CASES).orElseThrow().svg().split("fill-opacity", -1).length;
        long fewer = DscVolumePlot.of(Sequence.T2, CASES.subList(0, 2))
                .orElseThrow()
                .svg()
                .split("fill-opacity", -1)
                .length;
        assertThat(points - fewer).isEqualTo(1);
        assertThat(DscVolumePlot.of(Sequence.T2, CASES).orElseThrow().svg()).contains(color);
    }

    @Test
    void onePatientIsEnough() {
        assertThat(all(CASES.subList(0, 1))).allMatch(Optional::isPresent);
    }

    @Test
    void withoutAnyValueThereIsNoPlot() {
        assertThat(all(REFUSED)).allMatch(Optional::isEmpty);
        assertThat(all(List.of())).allMatch(Optional::isEmpty);
    }

    @Test
    void theSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        var english = all(CASES);
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(all(CASES)).isEqualTo(english);
        } finally {
            Locale.setDefault(before);
        }
    }
}
