package org.midline.delineation.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.midline.cohort.Split;

class PaperTableTest {
    private static final PaperTable TABLE = new PaperTable(
            "reference (SYNTHETIC patients)",
            List.of(
                    Cases.of("A-1", Split.TRAIN, 100, 100, 50),
                    Cases.of("B-1", Split.TEST, 100, 300, 300),
                    Cases.of("B-2", Split.TEST, 300, 300, 100)),
            List.of(Cases.control("C-1", 0), Cases.control("C-2", 999), Cases.control("C-3", 1500)));

    @Test
    void trainingAndTestStandInRowsOfTheirOwn() {
        List<String> lines = TABLE.text().lines().toList();
        assertThat(lines.get(0)).contains("SYNTHETIC");
        assertThat(lines).anySatisfy(line -> assertThat(line).matches("T2 +1 training +proposal - truth +1.000 ± .*"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .matches("T2 +2 test +proposal - truth +0.750 ± 0.354 +0.750 +0.500 to 1.000 .* 0.500 +0"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).matches("T2 +2 test +proposal - expert +0.500 ± 0.000 .*"));
        assertThat(lines).anySatisfy(line -> assertThat(line).matches("T2 +2 test +expert - truth +0.750 ± 0.354 .*"));
    }

    @Test
    void morethanAMillilitreInAControlIsAFalsePositiveAndNamed() {
        assertThat(TABLE.text()).contains("T2: more than 1 ml in 1 of 3 patients without glioma (C-3 1.5 ml)");
    }

    @Test
    void whatIsUndefinedIsAnEmptyCell() {
        assertThat(TABLE.csv().split("\r\n"))
                .hasSize(1 + 9 + 3)
                .anySatisfy(row -> assertThat(row).startsWith("C-1,t2,test,proposal - truth,,,"))
                .anySatisfy(row -> assertThat(row).startsWith("B-1,t2,test,proposal - truth,0.500000,"));
    }
}
