package org.midline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.midline.core.Sequence;

/** Values of SciPy 1.10 where it says so. */
class StatisticsTest {
    private static final double SCIPY_P = 0.02685546875;
    private static final double[] SKEWED = {0.91, 0.85, 0.77, 0.93, 0.88, 0.64, 0.90, 0.86, 0.79, 0.95, 0.89, 0.52};

    @Test
    void bootstrapIsThatOfScipy() {
        Interval interval = Bootstrap.ofMean(SKEWED, 0.95, 7);
        assertThat(interval.low()).isCloseTo(0.7300, within(0.004));
        assertThat(interval.high()).isCloseTo(0.8775, within(0.003));
        assertThat(Bootstrap.ofMean(SKEWED, 0.95, 7)).isEqualTo(interval);
    }

    @Test
    void bootstrapOfEqualValuesIsThatValue() {
        assertThat(Bootstrap.ofMean(new double[] {0.5, 0.5, 0.5}, 0.95, 1)).isEqualTo(new Interval(0.5, 0.5));
    }

    @Test
    void quartilesAreInterpolated() {
        var distribution = Distribution.of(
                List.of(Measure.of(4), Measure.of(1), Measure.undefined("for the test"), Measure.of(2), Measure.of(3)),
                1);
        assertThat(distribution.lowerQuartile()).isEqualTo(Measure.of(1.75));
        assertThat(distribution.median()).isEqualTo(Measure.of(2.5));
        assertThat(distribution.upperQuartile()).isEqualTo(Measure.of(3.25));
        assertThat(distribution.undefined()).isEqualTo(1);
    }

    @Test
    void holmCorrectsStepByStep() {
        assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005})).containsExactly(0.03, 0.06, 0.06, 0.02);
        assertThat(Holm.adjusted(new double[] {0.6, Double.NaN, 0.7})).containsExactly(1, Double.NaN, 1);
    }

    @Test
    void pairedTestIsThatOfScipy() {
        double[] differences = {0.011, 0.013, 0.031, -0.021, 0.022, 0.061, 0.041, -0.0121, 0.051, 0.008, -0.007, 0.081};
        List<CaseEvaluation> first = new ArrayList<>();
        List<CaseEvaluation> second = new ArrayList<>();
        for (int n = 0; n < differences.length; n++) {
            first.add(dsc("P" + n, Measure.of(SKEWED[n])));
            second.add(dsc("P" + n, Measure.of(SKEWED[n] + differences[n])));
        }
        first.add(dsc("undefined", Measure.of(0.5)));
        second.add(dsc("undefined", Measure.undefined("for the test")));
        second.add(dsc("only in the second", Measure.of(0.5)));

        List<PairedTest> tests = PairedTest.of(
                new EvaluationTable("first", first), new EvaluationTable("second", second), List.of(Metric.DSC), 1);
        assertThat(tests).singleElement().satisfies(test -> {
            assertThat(test.pairs()).isEqualTo(12);
            assertThat(test.leftOut()).isEqualTo(1);
            assertThat(test.meanDifference()).isCloseTo(0.0232417, within(1e-6));
            assertThat(test.p()).isCloseTo(SCIPY_P, within(1e-6));
            assertThat(test.holmP()).isEqualTo(test.p());
            assertThat(test.interval()).hasValueSatisfying(i -> {
                assertThat(i.low()).isGreaterThan(0);
                assertThat(i.high()).isGreaterThan(test.meanDifference());
            });
        });
    }

    @Test
    void methodsThatAgreeEverywhereCannotBeTested() {
        var table = new EvaluationTable("same", List.of(dsc("A", Measure.of(0.8)), dsc("B", Measure.of(0.9))));
        assertThat(PairedTest.of(table, table, List.of(Metric.DSC), 1))
                .singleElement()
                .satisfies(test -> {
                    assertThat(test.p()).isNaN();
                    assertThat(test.holmP()).isNaN();
                    assertThat(test.meanDifference()).isZero();
                });
    }

    @Test
    void subgroupsAreThoseOfWhatIsKnown() {
        var table = new EvaluationTable(
                "groups", List.of(dsc("a1", Measure.of(0.8)), dsc("a2", Measure.of(0.9)), dsc("b1", Measure.of(0.5))));
        var groups = Subgroups.of(
                table,
                Metric.DSC,
                List.of("centre", "same"),
                (c, by) -> Optional.of(by.equals("centre") ? c.patientId().substring(0, 1) : "x"),
                1);
        assertThat(groups.rows()).extracting(Subgroups.Row::value).containsExactly("a", "b");
        assertThat(groups.rows().get(0).distribution().defined()).isEqualTo(2);
        assertThat(groups.text()).contains("0.850");
    }

    @Test
    void bandsHaveBounds() {
        assertThat(Subgroups.band(3, "ml", 10, 20)).isEqualTo("below 10 ml");
        assertThat(Subgroups.band(10, "ml", 10, 20)).isEqualTo("10 to 20 ml");
        assertThat(Subgroups.band(20, "ml", 10, 20)).isEqualTo("20 ml or more");
    }

    private static CaseEvaluation dsc(String patient, Measure measure) {
        Map<Metric, Measure> measures = new LinkedHashMap<>();
        measures.put(Metric.DSC, measure);
        return new CaseEvaluation(patient, Sequence.T2, measures);
    }
}
