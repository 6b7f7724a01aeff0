package org.midline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.VoxelGrid;

class EvaluationTableTest {

    private static final EvaluationTable TABLE = new EvaluationTable(
            "Synthetic patients",
            List.of(
                    row("P1", Sequence.T2, Measure.of(0.9), Measure.of(1)),
                    row("P2", Sequence.T2, Measure.of(0.8), Measure.of(3)),
                    row("P\"3\", late", Sequence.T2, Measure.of(0), Measure.undefined("the proposal is empty")),
                    row("P1", Sequence.T1C, Measure.of(0.7), Measure.of(2))));

    private static CaseEvaluation row(String patient, Sequence sequence, Measure dsc, Measure hd95) {
        return new CaseEvaluation(patient, sequence, Map.of(Metric.DSC, dsc, Metric.HD95, hd95));
    }

    @Test
    void statisticsLeaveOutWhatIsUndefinedAndCountIt() {
        Distribution dsc = TABLE.distributions(Sequence.T2).get(Metric.DSC);
        assertThat(dsc.defined()).isEqualTo(3);
        assertThat(dsc.mean().number().orElseThrow()).isCloseTo(1.7 / 3, within(1e-12));
        assertThat(dsc.sd().number().orElseThrow()).isCloseTo(0.493288286231625, within(1e-12));
        assertThat(dsc.median()).isEqualTo(Measure.of(0.8));
        Distribution hd95 = TABLE.distributions(Sequence.T2).get(Metric.HD95);
        assertThat(hd95.defined()).isEqualTo(2);
        assertThat(hd95.undefined()).isEqualTo(1);
        assertThat(hd95.mean()).isEqualTo(Measure.of(2));
    }

    @Test
    void oneValueHasNoSpread() {
        Distribution dsc = TABLE.distributions(Sequence.T1C).get(Metric.DSC);
        assertThat(dsc.mean()).isEqualTo(Measure.of(0.7));
        assertThat(dsc.sd()).isInstanceOf(Measure.Undefined.class);
        assertThat(dsc.meanInterval()).isEmpty();
    }

    @Test
    void bootstrapIsSeededAndNearTheNormalInterval() {
        var values = new double[200];
        for (int n = 0; n < values.length; n++) {
            values[n] = n / 199.0;
        }
        Interval interval = Bootstrap.ofMean(values, 0.95, 7);
        assertThat(Bootstrap.ofMean(values, 0.95, 7)).isEqualTo(interval);
        double halfWidth = 1.96 * Math.sqrt(1 / 12.0 / 200);
        assertThat(interval.low()).isCloseTo(0.5 - halfWidth, within(0.003));
        assertThat(interval.high()).isCloseTo(0.5 + halfWidth, within(0.003));
    }

    @Test
    void textIsAligned() {
        List<String> lines = TABLE.summaryText().lines().toList();
        assertThat(lines).contains("T1C, 1 case", "T2, 3 cases");
        List<String> numbers = lines.stream()
                .filter(line -> line.startsWith("  DSC") || line.startsWith("  HD95") || line.contains("undefined "))
                .toList();
        assertThat(lines.stream()
                        .filter(line -> line.endsWith("undefined"))
                        .map(String::length)
                        .distinct())
                .hasSizeLessThanOrEqualTo(2);
        assertThat(numbers).anyMatch(line -> line.matches("  DSC\\s+0\\.567\\s+0\\.493\\s+0\\.800.*0"));
        assertThat(numbers).anyMatch(line -> line.matches("  HD95 \\(mm\\)\\s+2\\.00\\s+1\\.41\\s+2\\.00.*1"));
    }

    @Test
    void csvQuotesAndNamesTheReason() {
        List<String> rows = TABLE.csv().lines().toList();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(0)).contains("patient,sequence,").contains("dsc").endsWith(",undefined");
        assertThat(rows.get(3)).startsWith("\"P\"\"3\"\", late\",t2,").endsWith("hd95_mm: the proposal is empty");
        assertThat(TABLE.summaryCsv()).contains("t2,dsc,3,0,0.566667,0.493288,0.800000,0.000000,0.900000,");
    }

    @Test
    void jsonCarriesTheReason(@TempDir Path folder) throws Exception {
        TABLE.write(folder);
        JsonNode root = new ObjectMapper().readTree(Files.readString(folder.resolve("evaluation.json")));
        assertThat(root.at("/cases/2/measures/hd95_mm/undefined").asText()).isEqualTo("the proposal is empty");
        assertThat(root.at("/sequences/1/sequence").asText()).isEqualTo("t2");
        assertThat(root.at("/sequences/1/measures/dsc/median").asDouble()).isEqualTo(0.8);
        assertThat(folder.resolve("evaluation.txt")).hasContent(TABLE.text());
    }

    @Test
    void caseMeasuresTheStandardSet() {
        var grid = VoxelGrid.axisAligned(20, 20, 20, 1, 1, 1);
        Mask truth = ShapeMasks.box(grid, 5, 15, 5, 15, 5, 15);
        Mask proposal = ShapeMasks.box(grid, 5, 15, 5, 15, 7, 17);
        var measured = CaseEvaluation.of("P1", Sequence.FLAIR, truth, proposal);
        assertThat(measured.measures().keySet()).containsExactlyElementsOf(Metric.STANDARD);
        assertThat(measured.measure(Metric.DSC)).isEqualTo(Measure.of(0.8));
        assertThat(measured.measure(Metric.HD95)).isEqualTo(Measure.of(2));
        assertThat(measured.measure(Metric.TRUTH_VOLUME)).isEqualTo(Measure.of(1));
        assertThat(measured.measure(Metric.nsd(5))).isEqualTo(Measure.undefined("not measured"));
    }

    @Test
    void refusedCasesAreCounted() {
        var table = new EvaluationTable("", List.of(CaseEvaluation.refused("P9", Sequence.T2, "plain T1")));
        assertThat(table.distributions(Sequence.T2).get(Metric.DSC).undefined()).isEqualTo(1);
    }

    @Test
    void noMinusBeforeZero() {
        assertThat(Metric.VOLUME_DIFFERENCE.format(-0.001)).isEqualTo("0.00");
        assertThat(Metric.VOLUME_DIFFERENCE.format(-0.01)).isEqualTo("-0.01");
    }
}
