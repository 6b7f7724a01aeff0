package org.midline.network.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.midline.network.ablation.Ablation.Outcome;

class AblationTableTest {
    private static final AblationTable TABLE = new AblationTable(
            "Ablation",
            List.of(
                    new Outcome(Variant.FULL, 1, 0.8, 1000),
                    new Outcome(Variant.PLAIN, 1, 0.81, 900),
                    new Outcome(Variant.FULL, 2, 0.9, 1000),
                    new Outcome(Variant.PLAIN, 2, 0.93, 900),
                    new Outcome(Variant.NO_CRITIC, 1, 0.7, 1000)));

    @Test
    void aLineForEachVariantThatRanWithItsDistanceToTheFullMethod() {
        assertThat(TABLE.text().lines().filter(line -> line.contains("0.")))
                .anySatisfy(
                        line -> assertThat(line).startsWith("full ").contains(" 0.850  0.071         -  0.800 0.900"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("plain U-Net of the same cost")
                        .contains(" 0.870  0.085    +0.020  0.810 0.930"))
                .anySatisfy(line -> assertThat(line).startsWith("no critic").contains(" 0.700      -    -0.150  0.700"))
                .hasSize(3);
    }

    @Test
    void aRowForEachRun() {
        assertThat(TABLE.csv().split("\r\n"))
                .hasSize(6)
                .startsWith("variant,seed,validation_dsc,parameters", "full,1,0.800000,1000")
                .endsWith("no-critic,1,0.700000,1000");
    }
}
