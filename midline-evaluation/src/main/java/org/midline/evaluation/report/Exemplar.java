package org.midline.evaluation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.Metric;

/**
 * A case that is shown in pictures.
 *
 * @param role why it is shown, such as "Median DSC"
 */
public record Exemplar(CaseEvaluation evaluation, String role) {
    private static final List<String> WORST =
            List.of("Lowest DSC", "2nd lowest DSC", "3rd lowest DSC", "4th lowest DSC", "5th lowest DSC");

    /**
     * Of each sequence the five cases of lowest DSC, the lowest first, then the median case, the lower of two. Cases
     * without a DSC are not among them; cases of equal DSC are in the order of their ids. A case is named once, with
     * both roles.
     */
    public static List<Exemplar> of(EvaluationTable table) {
        List<Exemplar> exemplars = new ArrayList<>();
        table.bySequence().values().forEach(cases -> exemplars.addAll(ofOneSequence(cases)));
        return List.copyOf(exemplars);
    }

    private static List<Exemplar> ofOneSequence(List<CaseEvaluation> cases) {
        List<CaseEvaluation> sorted = cases.stream()
                .filter(c -> c.measure(Metric.DSC).number().isPresent())
                .sorted(Comparator.comparingDouble((CaseEvaluation c) ->
                                c.measure(Metric.DSC).number().getAsDouble())
                        .thenComparing(CaseEvaluation::patientId))
                .toList();
        Map<CaseEvaluation, String> roles = new LinkedHashMap<>();
        for (int n = 0; n < Math.min(WORST.size(), sorted.size()); n++) {
            roles.put(sorted.get(n), WORST.get(n));
        }
        if (!sorted.isEmpty()) {
            roles.merge(sorted.get((sorted.size() - 1) / 2), "Median DSC", (worst, median) -> worst + ", median DSC");
        }
        return roles.entrySet().stream()
                .map(e -> new Exemplar(e.getKey(), e.getValue()))
                .toList();
    }
}
