package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.midline.cohort.Cohort;
import org.midline.cohort.Split;
import org.midline.core.Sequence;
import org.midline.delineation.Delineator;
import org.midline.delineation.ModelFolders;
import org.midline.delineation.PlausibilityRules;
import org.midline.delineation.experiment.CaseStore;
import org.midline.delineation.experiment.CohortMeasurement;
import org.midline.delineation.experiment.MeasuredCase;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.Metric;
import org.midline.network.model.ModelFolder;
import org.midline.network.training.CrossValidation;

/** Every patient of a cross-validation, delineated the whole way by the network that was not trained on it. */
record OutOfFold(CrossValidation crossValidation, Cohort cohort, Sequence sequence, PrintWriter err) {

    /**
     * Delineates and compares; writes the tables into the folder's {@code out-of-fold}.
     *
     * @param stop asked after each patient
     * @throws CancellationException if asked to stop; what was measured is kept
     */
    EvaluationTable measure(BooleanSupplier stop) throws IOException {
        Path folder = crossValidation.folder().resolve("out-of-fold");
        List<CaseEvaluation> cases = new ArrayList<>();
        int fold = 0;
        for (ModelFolder model : crossValidation.models()) {
            fold++;
            ModelFolders models = ModelFolders.read(model.folder(), ModelOption.shipped());
            try (var delineator = new Delineator(
                            models.open(warning -> err.println("midline: " + warning)), PlausibilityRules.USUAL);
                    var progress = new ProgressLine(err, Installation.terminal(), "patients of fold " + fold)) {
                var store = new CaseStore(folder.resolve("cases"), models.fingerprint());
                new CohortMeasurement(delineator, store)
                                .measure(
                                        crossValidation.folds().cohort(fold),
                                        List.of(Split.VALIDATION),
                                        List.of(sequence),
                                        (done, of, latest, worked) -> {
                                            progress.done(done, of, latest, worked);
                                            if (stop.getAsBoolean()) {
                                                throw new CancellationException();
                                            }
                                        })
                                .stream()
                                .map(MeasuredCase::againstTruth)
                                .forEach(cases::add);
            }
        }
        var table = new EvaluationTable(title(), cases);
        table.write(folder);
        return table;
    }

    /** For the card of the joined model. */
    Map<String, Double> measures(EvaluationTable table) {
        var dice = table.distributions(sequence).get(Metric.DSC).mean().number();
        return dice.isPresent() ? Map.of("out of fold, native grid: mean DSC", dice.getAsDouble()) : Map.of();
    }

    private String title() {
        return "%s%s, out of fold: each patient by the network of %d that was not trained on it, whose best step was chosen on that fold"
                .formatted(
                        cohort.name(),
                        cohort.synthetic() ? " (SYNTHETIC patients)" : "",
                        crossValidation.folds().count());
    }
}
