package org.midline.network.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.midline.cohort.Cohort;
import org.midline.cohort.Split;
import org.midline.core.Sequence;
import org.midline.network.data.Task;
import org.midline.network.model.ModelCard;
import org.midline.network.model.ModelFolder;
import org.midline.network.model.ModelKind;

/** The card of a model that a training gave. */
final class CardOfTraining {
    static final String MEASURED = "validation, working grid: mean DSC of ";

    private static final double THRESHOLD = 0.5;

    private CardOfTraining() {}

    static ModelCard of(TrainingRun run, TrainingState state) {
        TrainingConfiguration configuration = run.configuration();
        Optional<ModelCard> earlier = run.start().map(ModelFolder::card);
        return new ModelCard(
                run.sequence().map(Sequence::key).orElse("localiser"),
                run.version(),
                configuration.task() == Task.SEGMENTER ? ModelKind.SEGMENTER : ModelKind.LOCALISER,
                run.sequence(),
                configuration.generator(),
                configuration.workingGrid(),
                THRESHOLD,
                trainedOn(run),
                run.cohort().synthetic()
                        || run.fresh().isPresent()
                        || earlier.map(ModelCard::synthetic).orElse(false),
                earlier.map(card -> card.command() + "; ").orElse("") + run.command(),
                state.step() + earlier.map(ModelCard::trainingSteps).orElse(0L),
                state.standing().best().map(Standing.Best::step),
                state.parameters().count(),
                measures(configuration.task().outputNames(), state),
                List.of(
                        "Research use only. Not a medical device.",
                        "Look at every contour before it is used for anything."),
                "Apache-2.0",
                "");
    }

    private static Map<String, Double> measures(List<String> outputs, TrainingState state) {
        Map<String, Double> measures = new TreeMap<>();
        state.standing().best().ifPresent(best -> {
            for (int n = 0; n < outputs.size(); n++) {
                double dice = best.dice().get(n);
                if (Double.isFinite(dice)) {
                    measures.put(MEASURED + outputs.get(n), dice);
                }
            }
        });
        return measures;
    }

    private static String trainedOn(TrainingRun run) {
        String before = run.start()
                .map(ModelFolder::card)
                .map(card -> "%s, %d steps; then ".formatted(card.trainedOn(), card.trainingSteps()))
                .orElse("");
        Cohort cohort = run.cohort();
        String patients = "%s: %d training patients%s"
                .formatted(
                        cohort.name(),
                        cohort.patients().stream()
                                .filter(patient -> patient.split() == Split.TRAIN)
                                .count(),
                        cohort.synthetic() ? ", all synthetic" : "");
        return before
                + run.fresh()
                        .map(more -> more.share() == 1
                                ? more.source().description()
                                : "%s; in a share of %s %s"
                                        .formatted(
                                                patients,
                                                more.share(),
                                                more.source().description()))
                        .orElse(patients);
    }
}
