package org.midline.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;

class FoldsTest {

    @Property(tries = 60)
    void everyPersonIsHeldOutOnceAndCentresAreSpread(
            @ForAll @IntRange(min = 2, max = 7) int count,
            @ForAll @IntRange(min = 7, max = 60) int persons,
            @ForAll long seed) {
        Cohort cohort = cohort(persons);
        Folds folds = Folds.deal(cohort, count, seed);
        Map<String, Integer> heldOut = new HashMap<>();
        Map<String, int[]> centres = new HashMap<>();
        var sizes = new int[count];
        for (int fold = 1; fold <= count; fold++) {
            var seen = new TreeSet<String>();
            for (CohortPatient patient : folds.cohort(fold).patients()) {
                String person = PersonName.of(patient);
                assertThat(patient.id()).doesNotStartWith("TEST");
                if (patient.split() == Split.VALIDATION) {
                    heldOut.merge(patient.id(), 1, Integer::sum);
                    if (seen.add(person)) {
                        sizes[fold - 1]++;
                        centres.computeIfAbsent(patient.attributes().get("centre"), key -> new int[count])[fold - 1]++;
                    }
                }
            }
            for (CohortPatient patient : folds.cohort(fold).patients()) {
                assertThat(patient.split() == Split.VALIDATION).isEqualTo(seen.contains(PersonName.of(patient)));
            }
        }
        assertThat(heldOut).hasSize(2 * persons).containsValue(1).doesNotContainValue(2);
        assertEven(sizes);
        centres.values().forEach(FoldsTest::assertEven);
    }

    @Test
    void theOrderOfThePatientsDoesNotMatterAndTheSeedDoes() {
        Cohort cohort = cohort(30);
        List<CohortPatient> shuffled = new ArrayList<>(cohort.patients());
        Collections.shuffle(shuffled, new Random(3));
        var other = new Cohort(cohort.name(), true, "", shuffled);
        assertThat(heldOut(other, 5)).isEqualTo(heldOut(cohort, 5));
        assertThat(heldOut(cohort, 6)).isNotEqualTo(heldOut(cohort, 5));
    }

    @Test
    void refusesMoreFoldsThanPersons() {
        assertThatThrownBy(() -> Folds.deal(cohort(4), 5, 1))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("4 persons");
        assertThatThrownBy(() -> Folds.deal(cohort(4), 2, 1).cohort(3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<String> heldOut(Cohort cohort, long seed) {
        var ids = new TreeSet<String>();
        Folds.deal(cohort, 3, seed).cohort(2).patients().stream()
                .filter(patient -> patient.split() == Split.VALIDATION)
                .forEach(patient -> ids.add(patient.id()));
        return ids;
    }

    private static void assertEven(int[] sizes) {
        int least = IntStream.of(sizes).min().orElseThrow();
        assertThat(IntStream.of(sizes).max().orElseThrow() - least).isLessThanOrEqualTo(1);
    }

    /** Two cases a person, of two centres, and some test patients. */
    private static Cohort cohort(int persons) {
        List<CohortPatient> patients = new ArrayList<>();
        for (int n = 0; n < persons; n++) {
            for (int visit = 0; visit < 2; visit++) {
                Split split = n % 5 == 0 ? Split.VALIDATION : Split.TRAIN;
                patients.add(patient("P%03d-%d".formatted(n, visit), split, "P" + n, n % 3 == 0 ? "B" : "A"));
            }
        }
        for (int n = 0; n < 4; n++) {
            patients.add(patient("TEST" + n, Split.TEST, "T" + n, "B"));
        }
        return new Cohort("small", true, "", patients);
    }

    private static CohortPatient patient(String id, Split split, String person, String centre) {
        var image = new CohortImage(Path.of(id), Path.of(id), Optional.empty(), Optional.empty());
        return new CohortPatient(
                id, split, Map.of(Sequence.T2, image), Map.of(PersonName.ATTRIBUTE, person, "centre", centre));
    }
}
