package org.midline.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.midline.cohort.StratifiedSplits.Study;

class StratifiedSplitsTest {
    private static final StratifiedSplits USUAL = new StratifiedSplits(SplitShares.USUAL, 5);

    private static List<Study> studies(int people, int sites, int visits, Random random) {
        var studies = new ArrayList<Study>();
        for (int person = 0; person < people; person++) {
            for (int visit = 0; visit < visits; visit++) {
                studies.add(new Study(
                        "P%03d-%d".formatted(person, visit),
                        "P%03d".formatted(person),
                        "site " + person % sites,
                        random.nextDouble() * 60));
            }
        }
        return studies;
    }

    @Property(tries = 50)
    void aPersonIsInOneSplitAndEverySiteInAll(
            @ForAll @IntRange(min = 40, max = 90) int people,
            @ForAll @IntRange(min = 1, max = 3) int sites,
            @ForAll @IntRange(min = 1, max = 3) int visits,
            @ForAll long seed) {
        List<Study> studies = studies(people, sites, visits, new Random(seed));
        Map<String, Split> splits = new StratifiedSplits(SplitShares.USUAL, seed).deal(studies);
        assertThat(splits).hasSize(people * visits);
        for (Study study : studies) {
            assertThat(splits.get(study.id())).isEqualTo(splits.get(study.person() + "-0"));
        }
        for (int site = 0; site < sites; site++) {
            String name = "site " + site;
            List<Study> firsts = studies.stream()
                    .filter(study -> study.site().equals(name) && study.id().endsWith("-0"))
                    .toList();
            assertThat(count(firsts, splits, Split.TRAIN)).isBetween(0.7 * firsts.size() - 2, 0.7 * firsts.size() + 2);
            assertThat(count(firsts, splits, Split.TEST)).isBetween(0.15 * firsts.size() - 2, 0.15 * firsts.size() + 2);
        }
    }

    @Test
    void smallAndLargeTargetsAreInEverySplit() {
        List<Study> studies = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            studies.add(new Study("P" + n, "P" + n, "", n));
        }
        Map<String, Split> splits = USUAL.deal(studies);
        for (Split split : Split.values()) {
            double mean = studies.stream()
                    .filter(study -> splits.get(study.id()) == split)
                    .mapToDouble(Study::volumeMl)
                    .average()
                    .orElseThrow();
            assertThat(mean).as(split.key()).isBetween(24.0, 35.0);
            Predicate<Study> inSplit = study -> splits.get(study.id()) == split;
            assertThat(studies.subList(0, 20)).anyMatch(inSplit);
            assertThat(studies.subList(20, 40)).anyMatch(inSplit);
            assertThat(studies.subList(40, 60)).anyMatch(inSplit);
        }
    }

    @Test
    void theSeedDecidesAndTheOrderOfTheStudiesDoesNot() {
        List<Study> studies = studies(50, 2, 2, new Random(1));
        var otherOrder = new ArrayList<>(studies);
        Collections.shuffle(otherOrder, new Random(2));
        assertThat(USUAL.deal(otherOrder)).isEqualTo(USUAL.deal(studies));
        assertThat(new StratifiedSplits(SplitShares.USUAL, 6).deal(studies)).isNotEqualTo(USUAL.deal(studies));
    }

    @Test
    void unknownVolumesAreDealtToo() {
        List<Study> studies = List.of(
                new Study("a", "a", "", Double.NaN),
                new Study("b", "b", "", 3),
                new Study("c", "c", "", Double.NaN),
                new Study("d", "d", "", 1));
        assertThat(USUAL.deal(studies).values()).hasSize(4).contains(Split.TRAIN, Split.VALIDATION);
    }

    private static double count(List<Study> studies, Map<String, Split> splits, Split split) {
        return studies.stream().filter(study -> splits.get(study.id()) == split).count();
    }

    @Test
    void timePointsTellTheirPerson() {
        assertThat(PersonName.ofId("BraTS-PED-00012-001")).isEqualTo("BraTS-PED-00012");
        assertThat(PersonName.ofId("BraTS-GLI-00012-001_more")).isEqualTo("BraTS-GLI-00012");
        assertThat(PersonName.ofId("BraTS2021_00012")).isEqualTo("BraTS2021_00012");
        assertThat(PersonName.ofId("BraTS20_Training_001")).isEqualTo("BraTS20_Training_001");
        assertThat(PersonName.ofId("sub-07_ses-02")).isEqualTo("sub-07");
        assertThat(PersonName.ofId("SYN-0001")).isEqualTo("SYN-0001");
    }
}
