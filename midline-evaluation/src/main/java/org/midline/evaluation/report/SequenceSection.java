package org.midline.evaluation.report;

import java.util.List;
import java.util.Optional;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Volume;
import org.midline.evaluation.CaseEvaluation;

/**
 * The part of a report on one sequence.
 *
 * @param image empty if it could not be read
 * @param truth what the proposal is compared with, if known; on any grid
 * @param evaluation the measures, if there is a truth
 * @param recognition what the series was recognised as and why, a statement each
 * @param remarks what the reader should know of this delineation, such as failed checks
 */
public record SequenceSection(
        Sequence sequence,
        Optional<Volume> image,
        Result result,
        Optional<Mask> truth,
        Optional<CaseEvaluation> evaluation,
        List<String> recognition,
        List<String> remarks) {
    public SequenceSection {
        recognition = List.copyOf(recognition);
        remarks = List.copyOf(remarks);
    }
}
