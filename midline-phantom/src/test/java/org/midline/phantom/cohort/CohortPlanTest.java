package org.midline.phantom.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.midline.cohort.SplitShares;
import org.midline.phantom.scanner.Centre;
import org.midline.phantom.tumour.FindingShares;

class CohortPlanTest {
    private static final Population POPULATION =
            new Population(HeadPool.PROCEDURAL, Centre.USUAL, FindingShares.ALL_GLIOMA);

    private static CohortPlan plan(int patients, long seed) {
        return CohortPlan.seeded("c", "", patients, seed, SplitShares.USUAL, (split, number) -> POPULATION);
    }

    @Test
    void aLongerCohortBeginsAsAShorterOneDoes() {
        assertThat(plan(40, 7).patients().subList(0, 11)).isEqualTo(plan(11, 7).patients());
    }

    @Test
    void seedsOfPatientsAndCohortsDiffer() {
        assertThat(plan(200, 1).patients()).extracting(PlannedPatient::seed).doesNotHaveDuplicates();
        assertThat(plan(1, 1).patients().get(0).seed())
                .isNotEqualTo(plan(1, 2).patients().get(0).seed());
    }

    @Test
    void patientsOfASplitAreNumberedWithinIt() {
        var numbers = new ArrayList<String>();
        CohortPlan.seeded("c", "", 5, 1, new SplitShares(0.6, 0.2, 0.2), (split, number) -> {
            numbers.add(split.key() + number);
            return POPULATION;
        });
        assertThat(numbers).containsExactlyInAnyOrder("train0", "train1", "train2", "validation0", "test0");
    }

    @Test
    void theFingerprintChangesWithEverythingThatChangesAPatient() {
        var others = List.of(
                new Population(
                        new HeadPool("others", HeadPool.PROCEDURAL.heads()), Centre.USUAL, POPULATION.findings()),
                new Population(HeadPool.PROCEDURAL, Centre.builtIn("b"), POPULATION.findings()),
                new Population(HeadPool.PROCEDURAL, Centre.USUAL, new FindingShares(0.1, 0)),
                new Population(HeadPool.PROCEDURAL, Centre.USUAL, new FindingShares(0, 0.1)));
        assertThat(others).extracting(Population::fingerprint).doesNotHaveDuplicates();
        assertThat(others).extracting(Population::fingerprint).doesNotContain(POPULATION.fingerprint());
        var again = new Population(HeadPool.PROCEDURAL, Centre.builtIn("usual"), new FindingShares(0, 0));
        assertThat(again.fingerprint()).isEqualTo(POPULATION.fingerprint());
    }

    @Test
    void nobodyAndTheSameIdTwiceAreRefused() {
        assertThatThrownBy(() -> plan(0, 1)).isInstanceOf(IllegalArgumentException.class);
        var patient = plan(1, 1).patients().get(0);
        assertThatThrownBy(() -> new CohortPlan("c", "", List.of(patient, patient)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }
}
