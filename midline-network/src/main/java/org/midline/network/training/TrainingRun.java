package org.midline.network.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.Split;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.network.data.MixedPatches;
import org.midline.network.data.PatchSource;
import org.midline.network.data.PatchStream;
import org.midline.network.data.Task;
import org.midline.network.data.augmentation.AugmentationRanges;
import org.midline.network.model.ModelCard;
import org.midline.network.model.ModelFolder;
import org.midline.network.model.ModelKind;
import org.midline.network.model.TensorFile;

/**
 * From a cohort to a model: loads the training and validation patients, trains, and writes weights and card.
 *
 * @param sequence what the segmenter reads; empty for the localiser, which learns from all
 * @param start a model of the same kind whose training is gone on with on this cohort; empty to begin at random
 * @param fresh what to train on beside the cohort's training patients, or in their place; empty for the cohort alone
 * @param folder for the model, its checkpoint and its records
 * @param command as the user typed it, for the card
 * @param version of the program
 */
public record TrainingRun(
        Cohort cohort,
        TrainingConfiguration configuration,
        Optional<Sequence> sequence,
        Optional<ModelFolder> start,
        Optional<FreshPatches> fresh,
        Path folder,
        String command,
        String version) {
    /** Beyond the working grid, so that a region moved, turned and shrunk finds an image everywhere. */
    private static final double REGION_MARGIN_MM = 24;

    private static final double THRESHOLD = 0.5;
    private static final String MEASURED = "validation, working grid: mean DSC of ";

    /** The measure on a model's card that tells how well it does on the validation patients. */
    public static final String TUMOUR_DICE = MEASURED + "tumour";

    public TrainingRun {
        if ((configuration.task() == Task.SEGMENTER) != sequence.isPresent()) {
            throw new IllegalArgumentException("A segmenter reads one sequence, the localiser any");
        }
        start.ifPresent(model -> requireSameKind(model, configuration, sequence));
    }

    /** Trains, or goes on training if {@code resume}, and writes the model. */
    public ModelFolder run(boolean resume, Consumer<String> log) throws IOException, InterruptedException {
        PatchSource training = training(log);
        PatchStream validation = load(Split.VALIDATION, AugmentationRanges.none(), log);
        TrainedModel model = new Trainer(configuration, training, validation, folder, log)
                .train(resume, start.map(ModelFolder::verifiedWeights));
        var weights = new TensorFile(model.weights(), Map.of("format", "midline-model/1"));
        return ModelFolder.write(folder, weights, card(model));
    }

    private static void requireSameKind(
            ModelFolder start, TrainingConfiguration configuration, Optional<Sequence> sequence) {
        if (!start.card().generator().equals(configuration.generator())
                || !start.card().sequence().equals(sequence)) {
            throw new InputRefusedException(
                    "%s: a model of %s; expected one of the same sequence and shape to go on from"
                            .formatted(start.folder(), start.card().name()));
        }
    }

    private PatchSource training(Consumer<String> log) {
        if (fresh.isPresent() && fresh.get().share() == 1) {
            return fresh.get().source();
        }
        PatchStream patients = load(Split.TRAIN, configuration.augmentation(), log);
        return fresh.<PatchSource>map(
                        more -> new MixedPatches(patients, more.source(), more.share(), configuration.seed()))
                .orElse(patients);
    }

    private PatchStream load(Split split, AugmentationRanges ranges, Consumer<String> log) {
        List<Sequence> sequences = sequence.map(List::of).orElse(Arrays.asList(Sequence.values()));
        List<CohortPatient> patients = cohort.patients().stream()
                .filter(patient -> patient.split() == split)
                .toList();
        if (patients.isEmpty()) {
            throw new InputRefusedException(
                    "Cohort '%s' has no patient in its split '%s'; training needs both training and validation"
                            .formatted(cohort.name(), split));
        }
        double margin = configuration.task() == Task.SEGMENTER ? REGION_MARGIN_MM : 0;
        return PatchStream.load(
                configuration.task(),
                configuration.workingGrid(),
                patients,
                sequences,
                ranges,
                margin,
                configuration.seed(),
                count -> {
                    if (count % 25 == 0) {
                        log.accept("%d images of the split %s loaded".formatted(count, split));
                    }
                });
    }

    private ModelCard card(TrainedModel model) {
        boolean segmenter = configuration.task() == Task.SEGMENTER;
        List<String> outputs = segmenter ? List.of("tumour") : List.of("brainstem", "thalami", "tumour");
        Map<String, Double> measures = new TreeMap<>();
        for (int n = 0; n < model.validationDice().size(); n++) {
            double dice = model.validationDice().get(n);
            if (Double.isFinite(dice)) {
                measures.put(MEASURED + outputs.get(n), dice);
            }
        }
        return new ModelCard(
                sequence.map(Sequence::key).orElse("localiser"),
                version,
                segmenter ? ModelKind.SEGMENTER : ModelKind.LOCALISER,
                sequence,
                configuration.generator(),
                configuration.workingGrid(),
                THRESHOLD,
                trainedOn(),
                cohort.synthetic()
                        || fresh.isPresent()
                        || start.map(earlier -> earlier.card().synthetic()).orElse(false),
                start.map(earlier -> earlier.card().command() + "; ").orElse("") + command,
                model.steps()
                        + start.map(earlier -> earlier.card().trainingSteps()).orElse(0L),
                model.parameters(),
                measures,
                List.of(
                        "Research use only. Not a medical device.",
                        "Look at every contour before it is used for anything."),
                "Apache-2.0",
                "");
    }

    private String trainedOn() {
        String before = start.map(ModelFolder::card)
                .map(card -> "%s, %d steps; then ".formatted(card.trainedOn(), card.trainingSteps()))
                .orElse("");
        String patients = "%s: %d training patients%s"
                .formatted(
                        cohort.name(),
                        cohort.patients().stream()
                                .filter(patient -> patient.split() == Split.TRAIN)
                                .count(),
                        cohort.synthetic() ? ", all synthetic" : "");
        return before
                + fresh.map(more -> more.share() == 1
                                ? more.source().description()
                                : "%s; in a share of %s %s"
                                        .formatted(
                                                patients,
                                                more.share(),
                                                more.source().description()))
                        .orElse(patients);
    }
}
