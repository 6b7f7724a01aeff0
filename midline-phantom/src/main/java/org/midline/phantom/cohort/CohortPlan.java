package org.midline.phantom.cohort;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.midline.cohort.Split;
import org.midline.cohort.SplitShares;

/**
 * Who is in a cohort, before anybody is made.
 *
 * @param description what a reader of {@code cohort.json} is told
 * @param patients at least one, in the order in which they are made
 */
public record CohortPlan(String name, String description, List<PlannedPatient> patients) {

    public CohortPlan {
        patients = List.copyOf(patients);
        if (patients.isEmpty()) {
            throw new IllegalArgumentException("A cohort of no patients: expected at least one");
        }
        Set<String> ids = new HashSet<>();
        for (PlannedPatient patient : patients) {
            if (!ids.add(patient.id().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("Patient id '" + patient.id() + "' twice in one cohort");
            }
        }
    }

    /** Chooses the population of the number-th patient of a split, counted from 0. */
    @FunctionalInterface
    public interface Recruitment {
        Population of(Split split, int number);
    }

    /**
     * Patients {@code SYN-0001}, {@code SYN-0002}, ... A patient's seed follows from the cohort's seed and the patient's
     * number alone, and patients are dealt to the splits in turn: a longer cohort begins as a shorter one does.
     */
    public static CohortPlan seeded(
            String name, String description, int count, long seed, SplitShares shares, Recruitment recruitment) {
        var patients = new ArrayList<PlannedPatient>();
        var inSplit = new EnumMap<Split, Integer>(Split.class);
        List<Split> splits = shares.deal(count);
        for (int number = 0; number < count; number++) {
            Split split = splits.get(number);
            patients.add(new PlannedPatient(
                    String.format(Locale.ROOT, "SYN-%04d", number + 1),
                    seedOf(seed, number),
                    split,
                    recruitment.of(split, inSplit.merge(split, 1, Integer::sum) - 1)));
        }
        return new CohortPlan(name, description, patients);
    }

    /** A patient's seed: the first value of a stream that cohort seed and number start. */
    static long seedOf(long cohortSeed, int number) {
        return new SplittableRandom(cohortSeed + number * 0x9E3779B97F4A7C15L).nextLong();
    }
}
