package org.midline.network.ablation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.midline.cohort.Cohort;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.network.data.Task;
import org.midline.network.model.ModelCard;
import org.midline.network.model.ModelFolder;
import org.midline.network.training.FreshPatches;
import org.midline.network.training.RunControl;
import org.midline.network.training.TrainingConfiguration;
import org.midline.network.training.TrainingOutcome;
import org.midline.network.training.TrainingRun;

/**
 * Trains every variant from every seed, one after the other, each in a folder of its own. What is finished is not done
 * again, and what was interrupted goes on.
 *
 * <p>The seeds come in the outer loop: if time runs out, every variant has been tried as often as any other.
 *
 * @param fresh synthetic patients made while training goes on, for a seed; empty for the cohort alone
 * @param folder for the runs
 * @param version of the program
 */
public record Ablation(
        Cohort cohort,
        Sequence sequence,
        LongFunction<Optional<FreshPatches>> fresh,
        List<Variant> variants,
        int seeds,
        long steps,
        Path folder,
        String version) {
    public Ablation {
        variants = List.copyOf(variants);
        if (variants.isEmpty() || seeds < 1 || steps < 1) {
            throw new IllegalArgumentException(
                    "Ablation of %d variants, %d seeds, %d steps".formatted(variants.size(), seeds, steps));
        }
    }

    /**
     * One finished training.
     *
     * @param dice mean over the validation patients, on the working grid
     */
    public record Outcome(Variant variant, long seed, double dice, long parameters) {}

    /**
     * Runs whatever is not finished yet.
     *
     * @param control told to resume
     * @return empty if it was asked to stop
     */
    public Optional<AblationTable> run(RunControl control) throws IOException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        int runs = seeds * variants.size();
        for (long seed = 1; seed <= seeds; seed++) {
            for (Variant variant : variants) {
                control.log()
                        .accept("Run %d of %d: %s, seed %d"
                                .formatted(outcomes.size() + 1, runs, variant.title(), seed));
                Optional<ModelFolder> model = model(variant, seed, control);
                if (model.isEmpty()) {
                    return Optional.empty();
                }
                ModelCard card = model.get().card();
                double dice = card.measures().getOrDefault(TrainingRun.TUMOUR_DICE, Double.NaN);
                outcomes.add(new Outcome(variant, seed, dice, card.parameters()));
            }
        }
        return Optional.of(new AblationTable(title(), outcomes));
    }

    private Optional<ModelFolder> model(Variant variant, long seed, RunControl control)
            throws IOException, InterruptedException {
        Path runFolder = folder.resolve("%s-seed%d".formatted(variant.key(), seed));
        if (Files.isRegularFile(runFolder.resolve(ModelFolder.CARD))) {
            ModelFolder model = ModelFolder.read(runFolder);
            requireSameBudget(model);
            control.log().accept("  finished before");
            return Optional.of(model);
        }
        return training(variant, seed, runFolder).run(control) instanceof TrainingOutcome.Finished finished
                ? Optional.of(finished.model())
                : Optional.empty();
    }

    private void requireSameBudget(ModelFolder model) {
        if (model.card().trainingSteps() != steps || !model.card().sequence().equals(Optional.of(sequence))) {
            throw new InputRefusedException("%s: a run of %s over %d steps; expected %s over %d: choose another folder"
                    .formatted(
                            model.folder(), model.card().name(), model.card().trainingSteps(), sequence.key(), steps));
        }
    }

    private TrainingRun training(Variant variant, long seed, Path runFolder) {
        return new TrainingRun(
                cohort,
                variant.of(TrainingConfiguration.of(Task.SEGMENTER, steps, seed)),
                Optional.of(sequence),
                Optional.empty(),
                fresh.apply(seed),
                runFolder,
                "midline experiment ablation, %s, seed %d, %d steps".formatted(variant.title(), seed, steps),
                version);
    }

    private String title() {
        return "Ablation on %s, %d steps a run, %d seeds; validation patients of %s%s, working grid"
                .formatted(
                        sequence.title(),
                        steps,
                        seeds,
                        cohort.name(),
                        cohort.synthetic() ? " (SYNTHETIC patients)" : "");
    }
}
