package org.midline.delineation.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.Split;
import org.midline.core.Sequence;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.Measure;
import org.midline.evaluation.Metric;
import org.midline.evaluation.Subgroups;

class PatientGroupsTest {

    @Test
    void groupsByAttributesVolumeAndSlices() {
        var cohort = new Cohort(
                "groups",
                true,
                "",
                List.of(
                        patient("A", Map.of("site", "pons", "centre", "b", "slice_mm_t2", "1.0")),
                        patient("B", Map.of("site", "thalamus", "centre", "b", "slice_mm_t2", "5.0"))));
        var table = new EvaluationTable("groups", List.of(measured("A", 0.9, 10), measured("B", 0.8, 40)));

        assertThat(PatientGroups.of(table, cohort).rows())
                .extracting(row -> row.by() + ": " + row.value())
                .containsExactly(
                        "site: pons",
                        "site: thalamus",
                        "volume: 30 ml or more",
                        "volume: below 15 ml",
                        "slice distance: 4 mm or more",
                        "slice distance: below 2 mm");
    }

    @Test
    void nothingKnownGivesNoGroups() {
        var cohort = new Cohort("groups", true, "", List.of(patient("A", Map.of("slice_mm_t2", "n/a"))));
        var table = new EvaluationTable("groups", List.of(measured("A", 0.9, 10)));
        Subgroups groups = PatientGroups.of(table, cohort);
        assertThat(groups.rows()).isEmpty();
    }

    private static CohortPatient patient(String id, Map<String, String> attributes) {
        var image = new CohortImage(Path.of("image"), Path.of("gtv"), Optional.empty(), Optional.empty());
        return new CohortPatient(id, Split.TEST, Map.of(Sequence.T2, image), attributes);
    }

    private static CaseEvaluation measured(String id, double dsc, double volumeMl) {
        return new CaseEvaluation(
                id, Sequence.T2, Map.of(Metric.DSC, Measure.of(dsc), Metric.TRUTH_VOLUME, Measure.of(volumeMl)));
    }
}
