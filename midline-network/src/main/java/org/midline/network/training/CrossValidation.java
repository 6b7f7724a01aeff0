package org.midline.network.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.midline.cohort.Cohort;
import org.midline.cohort.Folds;
import org.midline.core.InputRefusedException;
import org.midline.network.model.Ensemble;
import org.midline.network.model.ModelCard;
import org.midline.network.model.ModelFolder;

/**
 * A training for each fold, in {@code fold-1}, {@code fold-2} and so on, and the mean of their networks as one model in
 * the folder itself.
 *
 * @param training of a fold, by its cohort and folder
 * @param folder for all of them
 */
public record CrossValidation(Folds folds, FoldTraining training, Path folder) {

    /** How a fold is trained. */
    @FunctionalInterface
    public interface FoldTraining {
        TrainingRun of(Cohort cohort, Path folder);
    }

    /** @param fold from 1 */
    public Path folder(int fold) {
        return folder.resolve("fold-" + fold);
    }

    /** Trains a fold, or goes on with it; one that is finished is looked at and left as it is. */
    public TrainingOutcome train(int fold, RunControl control) throws IOException, InterruptedException {
        return training.of(folds.cohort(fold), folder(fold)).run(control);
    }

    /** The folds that have no model yet. */
    public List<Integer> unfinished() {
        return all().filter(fold -> !Files.isRegularFile(folder(fold).resolve(ModelFolder.CARD)))
                .boxed()
                .toList();
    }

    /** The models of all folds, in order, once there are all. */
    public List<ModelFolder> models() {
        List<ModelFolder> models =
                all().mapToObj(fold -> ModelFolder.read(folder(fold))).toList();
        ModelCard first = models.get(0).card();
        for (ModelFolder model : models) {
            ModelCard card = model.card();
            if (!card.command().equals(first.command()) || !card.generator().equals(first.generator())) {
                throw new InputRefusedException(
                        "%s: was trained by '%s', the first fold by '%s'; folds of one command belong together: remove it and run that fold again"
                                .formatted(model.folder(), card.command(), first.command()));
            }
        }
        return models;
    }

    /**
     * Writes the mean of the folds' networks as a model.
     *
     * @param measures of patients by the network that had not seen them, by name
     */
    public ModelFolder join(Map<String, Double> measures) throws IOException {
        List<ModelFolder> models = models();
        ModelCard first = models.get(0).card();
        var card = new ModelCard(
                first.name(),
                first.version(),
                first.kind(),
                first.sequence(),
                first.generator(),
                first.workingGrid(),
                first.threshold(),
                "the mean of %d networks, one for each fold of %d patients; the first on %s"
                        .formatted(folds.count(), folds.cohort(1).patients().size(), first.trainedOn()),
                models.stream().anyMatch(model -> model.card().synthetic()),
                first.command(),
                models.stream().mapToLong(model -> model.card().trainingSteps()).sum(),
                Optional.empty(),
                models.stream().mapToLong(model -> model.card().parameters()).sum(),
                measures,
                first.limits(),
                first.licence(),
                "");
        return ModelFolder.write(
                folder,
                Ensemble.join(models.stream().map(ModelFolder::verifiedWeights).toList()),
                card);
    }

    private IntStream all() {
        return IntStream.rangeClosed(1, folds.count());
    }
}
