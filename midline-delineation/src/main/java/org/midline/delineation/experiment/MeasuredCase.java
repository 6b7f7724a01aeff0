package org.midline.delineation.experiment;

import java.util.Optional;
import org.midline.cohort.Split;
import org.midline.core.Sequence;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.Metric;

/**
 * One image delineated and compared.
 *
 * @param againstTruth the proposal against the truth
 * @param againstExpert the proposal against another drawing of the tumour; empty where there is none
 * @param betweenExperts that other drawing against the truth: what two people agree to
 */
public record MeasuredCase(
        String patientId,
        Sequence sequence,
        Split split,
        CaseEvaluation againstTruth,
        Optional<CaseEvaluation> againstExpert,
        Optional<CaseEvaluation> betweenExperts) {

    /** Volume of the proposal, 0 if nothing was found or the image was refused. */
    public double proposalMl() {
        return againstTruth.measure(Metric.PROPOSAL_VOLUME).number().orElse(0);
    }
}
