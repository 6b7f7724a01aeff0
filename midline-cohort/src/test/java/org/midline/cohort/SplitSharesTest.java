package org.midline.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitSharesTest {

    @Property(tries = 50)
    void everyShareIsMetForAnyNumber(@ForAll @IntRange(min = 1, max = 300) int patients) {
        var counts = new EnumMap<Split, Integer>(Split.class);
        SplitShares.USUAL.deal(patients).forEach(split -> counts.merge(split, 1, Integer::sum));
        assertThat(Math.abs(counts.getOrDefault(Split.TRAIN, 0) - 0.7 * patients))
                .isLessThan(1.01);
        assertThat(Math.abs(counts.getOrDefault(Split.TEST, 0) - 0.15 * patients))
                .isLessThan(1.01);
    }

    @Test
    void aSplitWithoutShareGetsNobody() {
        assertThat(new SplitShares(0, 0, 1).deal(20)).hasSize(20).containsOnly(Split.TEST);
    }

    @Test
    void sharesMustAddUp() {
        assertThatThrownBy(() -> new SplitShares(0.5, 0.1, 0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
