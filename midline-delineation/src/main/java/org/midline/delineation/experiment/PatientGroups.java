package org.midline.delineation.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortPatient;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.Metric;
import org.midline.evaluation.Subgroups;

/** The DSC of an evaluation by what the cohort knows of its patients, and by the volume of the truth. */
public final class PatientGroups {
    private static final String VOLUME = "volume";
    private static final String SLICES = "slice distance";

    /** Attributes of {@link CohortPatient}, and two that are numbers. */
    private static final List<String> NAMES =
            List.of("centre", "site", "enhancement", "field_t", "head_kind", VOLUME, SLICES);

    private PatientGroups() {}

    /** Empty where nothing is known that tells patients apart. */
    public static Subgroups of(EvaluationTable table, Cohort cohort) {
        Map<String, CohortPatient> patients = new HashMap<>();
        cohort.patients().forEach(patient -> patients.put(patient.id(), patient));
        return Subgroups.of(
                table,
                Metric.DSC,
                NAMES,
                (c, by) -> known(c, by, patients.get(c.patientId()).attributes()),
                table.bootstrapSeed());
    }

    private static Optional<String> known(CaseEvaluation c, String by, Map<String, String> attributes) {
        return switch (by) {
            case VOLUME ->
                c.measure(Metric.TRUTH_VOLUME).number().stream()
                        .mapToObj(ml -> Subgroups.band(ml, "ml", 15, 30))
                        .findFirst();
            case SLICES ->
                Optional.ofNullable(attributes.get("slice_mm_" + c.sequence().key()))
                        .filter(mm -> mm.matches("\\d+(\\.\\d+)?"))
                        .map(mm -> Subgroups.band(Double.parseDouble(mm), "mm", 2, 4));
            default -> Optional.ofNullable(attributes.get(by));
        };
    }
}
