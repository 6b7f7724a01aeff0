package org.midline.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Sequence;

/**
 * The measures of one patient's delineation on one sequence.
 *
 * @param patientId as the cohort or study names the patient
 * @param measures in the order of tables
 */
public record CaseEvaluation(String patientId, Sequence sequence, Map<Metric, Measure> measures) {
    public CaseEvaluation {
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }

    /**
     * Measures {@link Metric#STANDARD}. Where nothing was found, the proposal is an empty mask.
     *
     * @throws InputRefusedException if the masks lie on different grids
     */
    public static CaseEvaluation of(String patientId, Sequence sequence, Mask truth, Mask proposal) {
        return of(patientId, sequence, truth, proposal, Metric.STANDARD);
    }

    /**
     * Measures what is asked for, in that order.
     *
     * @throws InputRefusedException if the masks lie on different grids
     */
    public static CaseEvaluation of(
            String patientId, Sequence sequence, Mask truth, Mask proposal, List<Metric> metrics) {
        var pair = new PairMeasures(MaskPair.of(truth, proposal));
        Map<Metric, Measure> measures = new LinkedHashMap<>();
        metrics.forEach(metric -> measures.put(metric, pair.measure(metric)));
        return new CaseEvaluation(patientId, sequence, measures);
    }

    /** A case that could not be delineated: every measure is undefined for this reason, and counted as such. */
    public static CaseEvaluation refused(String patientId, Sequence sequence, String reason) {
        Map<Metric, Measure> measures = new LinkedHashMap<>();
        for (Metric metric : Metric.STANDARD) {
            measures.put(metric, Measure.undefined(reason));
        }
        return new CaseEvaluation(patientId, sequence, measures);
    }

    /** The measure, or undefined if it was not taken. */
    public Measure measure(Metric metric) {
        return measures.getOrDefault(metric, Measure.undefined("not measured"));
    }
}
