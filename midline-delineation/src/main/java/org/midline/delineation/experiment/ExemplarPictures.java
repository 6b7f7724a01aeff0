package org.midline.delineation.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortPatient;
import org.midline.core.Sequence;
import org.midline.delineation.Delineator;
import org.midline.delineation.experiment.CohortMeasurement.Listener;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.report.Exemplar;
import org.midline.evaluation.report.ExemplarPicture;

/**
 * Pictures of the worst and the median patients. Which ones they are is known only when all are measured; these few are
 * then delineated again, so that no mask has to be kept.
 */
public final class ExemplarPictures {

    private ExemplarPictures() {}

    /** @param table of the cohort, measured with the same models */
    public static List<ExemplarPicture> draw(
            Delineator delineator, Cohort cohort, EvaluationTable table, Listener listener) {
        Map<String, CohortPatient> patients =
                cohort.patients().stream().collect(Collectors.toMap(CohortPatient::id, Function.identity()));
        List<Exemplar> exemplars = Exemplar.of(table);
        List<ExemplarPicture> pictures = new ArrayList<>();
        for (Exemplar exemplar : exemplars) {
            String id = exemplar.evaluation().patientId();
            Sequence sequence = exemplar.evaluation().sequence();
            CaseDelineation one = CaseDelineation.of(delineator, patients.get(id), sequence);
            pictures.add(ExemplarPicture.draw(exemplar, one.image(), one.truth(), one.proposal(), cohort.synthetic()));
            listener.done(pictures.size(), exemplars.size(), id + " " + sequence.title(), true);
        }
        return pictures;
    }
}
