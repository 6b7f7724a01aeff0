package org.midline.delineation.output;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.delineation.Delineation;
import org.midline.delineation.Delineation.Found;
import org.midline.delineation.Delineation.NothingFound;
import org.midline.delineation.Delineation.Refused;
import org.midline.delineation.StudyDelineation;
import org.midline.evaluation.CaseEvaluation;

/**
 * A delineation against what is known to be true.
 *
 * @param truths masks on the native grids of the images; sequences without are not compared
 * @param evaluations one for each truth
 */
public record Comparison(Map<Sequence, Mask> truths, Map<Sequence, CaseEvaluation> evaluations) {

    public static final Comparison NONE = new Comparison(Map.of(), Map.of());

    public Comparison {
        truths = sorted(truths);
        evaluations = sorted(evaluations);
    }

    /**
     * Measures each result against its truth; nothing found is an empty proposal.
     *
     * @throws org.midline.core.InputRefusedException if a truth lies on another grid than the image
     */
    public static Comparison of(StudyDelineation delineation, Map<Sequence, Mask> truths) {
        Map<Sequence, CaseEvaluation> evaluations = new EnumMap<>(Sequence.class);
        truths.forEach((sequence, truth) -> {
            Delineation result = delineation.results().get(sequence);
            if (result != null) {
                evaluations.put(sequence, evaluate(delineation.study().patientId(), sequence, truth, result));
            }
        });
        return new Comparison(truths, evaluations);
    }

    /** The measures of one result; a refusal leaves every measure undefined, with its reason. */
    public static CaseEvaluation evaluate(String patientId, Sequence sequence, Mask truth, Delineation result) {
        if (result instanceof Found found) {
            return CaseEvaluation.of(patientId, sequence, truth, found.gtv());
        }
        if (result instanceof NothingFound) {
            return CaseEvaluation.of(patientId, sequence, truth, Mask.empty(truth.grid()));
        }
        return CaseEvaluation.refused(patientId, sequence, ((Refused) result).reason());
    }

    private static <T> Map<Sequence, T> sorted(Map<Sequence, T> map) {
        var sorted = new EnumMap<Sequence, T>(Sequence.class);
        sorted.putAll(map);
        return Collections.unmodifiableMap(sorted);
    }
}
