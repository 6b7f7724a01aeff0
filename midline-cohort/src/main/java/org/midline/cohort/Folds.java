package org.midline.cohort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.midline.core.InputRefusedException;

/**
 * The training and validation patients of a cohort, dealt out for cross-validation: every person is in one fold with all
 * cases, and centres, sites of the tumour and kinds of finding, where the cohort tells them, are spread evenly over the
 * folds. Test patients are in none. The same patients and the same seed give the same folds, in whatever order the
 * patients come.
 */
public final class Folds {
    private static final List<String> STRATA = List.of("centre", "site", "finding");

    private final Cohort cohort;
    private final int count;
    private final Map<String, Integer> byPerson;

    private Folds(Cohort cohort, int count, Map<String, Integer> byPerson) {
        this.cohort = cohort;
        this.count = count;
        this.byPerson = byPerson;
    }

    /** @throws InputRefusedException if there are fewer persons than folds */
    public static Folds deal(Cohort cohort, int count, long seed) {
        if (count < 2) {
            throw new IllegalArgumentException("%d folds: expected at least 2".formatted(count));
        }
        Map<String, String> strata = new TreeMap<>();
        cohort.patients().stream()
                .filter(patient -> patient.split() != Split.TEST)
                .forEach(patient -> strata.merge(
                        PersonName.of(patient),
                        stratum(patient),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other));
        if (strata.size() < count) {
            throw new InputRefusedException(
                    "Cohort '%s' has %d persons to train and validate with; expected at least as many as folds, %d"
                            .formatted(cohort.name(), strata.size(), count));
        }
        Map<String, List<String>> persons = new TreeMap<>();
        strata.forEach((person, stratum) ->
                persons.computeIfAbsent(stratum, key -> new ArrayList<>()).add(person));
        var random = new SplittableRandom(seed);
        Map<String, Integer> byPerson = new HashMap<>();
        for (List<String> alike : persons.values()) {
            shuffle(alike, random);
            alike.forEach(person -> byPerson.put(person, 1 + byPerson.size() % count));
        }
        return new Folds(cohort, count, byPerson);
    }

    private static String stratum(CohortPatient patient) {
        return String.join(
                "/",
                STRATA.stream()
                        .map(name -> patient.attributes().getOrDefault(name, ""))
                        .toList());
    }

    private static void shuffle(List<String> names, SplittableRandom random) {
        for (int n = names.size() - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            String swapped = names.get(n);
            names.set(n, names.get(other));
            names.set(other, swapped);
        }
    }

    public int count() {
        return count;
    }

    /**
     * The cohort of one fold's training: its patients are there to validate with, those of the other folds to train on.
     *
     * @param fold from 1
     */
    public Cohort cohort(int fold) {
        if (fold < 1 || fold > count) {
            throw new IllegalArgumentException("Fold %d of %d".formatted(fold, count));
        }
        List<CohortPatient> patients = cohort.patients().stream()
                .filter(patient -> patient.split() != Split.TEST)
                .map(patient -> new CohortPatient(
                        patient.id(),
                        byPerson.get(PersonName.of(patient)) == fold ? Split.VALIDATION : Split.TRAIN,
                        patient.images(),
                        patient.attributes()))
                .toList();
        return new Cohort(cohort.name(), cohort.synthetic(), cohort.description(), patients);
    }
}
