package org.midline.phantom.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.midline.cohort.Split;

class HeadPoolsTest {

    private static HeadPools pools(int heads, double realShare) {
        List<String> names = IntStream.range(0, heads).mapToObj(n -> "head" + n).toList();
        return HeadPools.mixed(
                names, some -> new HeadPool(String.join(",", some), HeadPool.PROCEDURAL.heads()), realShare);
    }

    @Property(tries = 60)
    void noHeadIsInTwoSplitsAndNoneIsLeftOut(@ForAll @IntRange(min = 3, max = 60) int heads) {
        HeadPools pools = pools(heads, 1);
        Set<String> seen = new HashSet<>();
        for (Split split : Split.values()) {
            String own = pools.of(split, 0).identity();
            for (String head : own.split(",", -1)) {
                assertThat(seen.add(head)).as("%s for the first time", head).isTrue();
            }
        }
        assertThat(seen).hasSize(heads);
    }

    @Property(tries = 40)
    void everySplitHasItsShareOfRealHeads(
            @ForAll @DoubleRange(min = 0, max = 1) double share, @ForAll @IntRange(min = 1, max = 80) int patients) {
        HeadPools pools = pools(16, share);
        long real = IntStream.range(0, patients)
                .filter(n -> !pools.of(Split.TEST, n).equals(HeadPool.PROCEDURAL))
                .count();
        assertThat((double) real).isCloseTo(share * patients, within(1.0));
    }

    @Test
    void ofSixteenTwelveAreOnTheTrainingSide() {
        HeadPools pools = pools(16, 1);
        assertThat(pools.of(Split.TRAIN, 0).identity()).startsWith("head0,").endsWith(",head9");
        assertThat(pools.of(Split.VALIDATION, 0).identity()).isEqualTo("head10,head11");
        assertThat(pools.of(Split.TEST, 0).identity()).isEqualTo("head12,head13,head14,head15");
    }

    @Test
    void twoHeadsAreTooFew() {
        assertThatThrownBy(() -> pools(2, 1)).hasMessageContaining("at least 3");
        assertThat(HeadPools.procedural().of(Split.TEST, 4)).isEqualTo(HeadPool.PROCEDURAL);
    }
}
