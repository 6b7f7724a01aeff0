package org.midline.network.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.midline.network.model.FloatArray;

class StandingTest {

    @Test
    void keepsTheBestByTheTumourWhichIsTheLastOutput() {
        Standing standing = after(0.5, 0.9, 0.7, Double.NaN, 0.9, 0.91);
        assertThat(standing.best().orElseThrow().step()).isEqualTo(60);
        assertThat(standing.best().orElseThrow().weights()).containsOnlyKeys("w60");
        assertThat(standing.looksSince()).isZero();
    }

    @Test
    void asGoodAsTheBestIsTakenButNoGain() {
        Standing standing = after(0.5, 0.9, 0.7, Double.NaN, 0.9);
        assertThat(standing.best().orElseThrow().step()).isEqualTo(50);
        assertThat(standing.looksSince()).isEqualTo(3);
    }

    @Test
    void patienceEndsAfterThatManyLooksWithoutABetterOne() {
        assertThat(after(0.9, 0.8, 0.7).exhausted(3)).isFalse();
        assertThat(after(0.9, 0.8, 0.7, Double.NaN).exhausted(3)).isTrue();
        assertThat(after(0.9, 0.8, 0.7, 0.6, 0.5).exhausted(0)).isFalse();
    }

    @Test
    void withoutANumberThereIsNoBest() {
        assertThat(after(Double.NaN, Double.NaN).best()).isEmpty();
        assertThat(Standing.atTheStart()
                        .after(1, new ValidationResult(List.of()), Map::of)
                        .best())
                .isEmpty();
    }

    private static Standing after(double... tumourDice) {
        Standing standing = Standing.atTheStart();
        for (int n = 0; n < tumourDice.length; n++) {
            long step = 10L * (n + 1);
            standing = standing.after(
                    step,
                    new ValidationResult(List.of(1 - 0.1 * n, tumourDice[n])),
                    () -> Map.of("w" + step, new FloatArray(new float[] {step}, new long[] {1})));
        }
        return standing;
    }
}
