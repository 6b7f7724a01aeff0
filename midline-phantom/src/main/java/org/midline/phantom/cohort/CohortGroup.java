package org.midline.phantom.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.Split;

/** The patients of one centre and one split. */
record CohortGroup(String centre, Split split, List<CohortPatient> patients) {

    /** Training before validation before test, centres by name. */
    static List<CohortGroup> of(Cohort cohort) {
        Map<String, List<CohortPatient>> grouped = new LinkedHashMap<>();
        for (CohortPatient patient : cohort.patients()) {
            grouped.computeIfAbsent(centre(patient) + "/" + patient.split(), key -> new ArrayList<>())
                    .add(patient);
        }
        return grouped.values().stream()
                .map(patients ->
                        new CohortGroup(centre(patients.get(0)), patients.get(0).split(), patients))
                .sorted(Comparator.comparing(CohortGroup::split).thenComparing(CohortGroup::centre))
                .toList();
    }

    private static String centre(CohortPatient patient) {
        return patient.attributes().getOrDefault("centre", "");
    }

    /** How many patients have which value of an attribute; those that lack it are not counted. */
    Map<String, Integer> counts(String attribute) {
        var counts = new TreeMap<String, Integer>();
        for (CohortPatient patient : patients) {
            String value = patient.attributes().get(attribute);
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** How many label maps of real heads the patients are made from. */
    long realHeads() {
        return patients.stream()
                .filter(patient -> "real".equals(patient.attributes().get("head_kind")))
                .map(patient -> patient.attributes().get("head"))
                .distinct()
                .count();
    }

    /** The values of an attribute that is a number; empty if nobody has it. */
    Optional<Spread> spread(String attribute) {
        double[] values = patients.stream()
                .map(patient -> patient.attributes().get(attribute))
                .filter(value -> value != null)
                .mapToDouble(Double::parseDouble)
                .toArray();
        return values.length == 0 ? Optional.empty() : Optional.of(Spread.of(values));
    }
}
