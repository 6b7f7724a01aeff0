package org.midline.delineation.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.midline.core.Sequence;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.report.ReportTable;

/** How far the proposal is from another drawing of the same tumours, beside how far that drawing is from the truth. */
public final class ExpertTable {

    private ExpertTable() {}

    /**
     * Two rows for each sequence; empty if no case has another drawing.
     *
     * @param seed of the bootstrap
     */
    public static Optional<ReportTable> of(List<MeasuredCase> cases, long seed) {
        Map<String, List<CaseEvaluation>> rows = new LinkedHashMap<>();
        for (Sequence sequence : Sequence.values()) {
            put(rows, sequence.title() + ": proposal, expert", cases, sequence, MeasuredCase::againstExpert);
            put(rows, sequence.title() + ": expert, truth", cases, sequence, MeasuredCase::betweenExperts);
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(ReportTable.ofPaper(
                        "Against another drawing",
                        "Compared",
                        rows,
                        seed,
                        "Expert: the cohort's second drawing of each tumour. Its distance from the truth is what two"
                                + " people agree to."));
    }

    private static void put(
            Map<String, List<CaseEvaluation>> rows,
            String name,
            List<MeasuredCase> cases,
            Sequence sequence,
            Function<MeasuredCase, Optional<CaseEvaluation>> evaluation) {
        List<CaseEvaluation> row = cases.stream()
                .filter(one -> one.sequence() == sequence)
                .flatMap(one -> evaluation.apply(one).stream())
                .toList();
        if (!row.isEmpty()) {
            rows.put(name, row);
        }
    }
}
