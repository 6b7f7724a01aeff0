package org.midline.network.ablation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.midline.cohort.Cohort;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.network.data.Task;
import org.midline.network.model.ModelFolder;
import org.midline.network.training.FreshPatches;
import org.midline.network.training.TrainingConfiguration;
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
    private static final String CHECKPOINT = "checkpoint.safetensors";

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

    /** Runs whatever is not finished yet. */
    public AblationTable run(Consumer<String> log) throws IOException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        int runs = seeds * variants.size();
        for (long seed = 1; seed <= seeds; seed++) {
            for (Variant variant : variants) {
                log.accept("Run %d of %d: %s, seed %d".formatted(outcomes.size() + 1, runs, variant.title(), seed));
                outcomes.add(outcome(variant, seed, log));
            }
        }
        return new AblationTable(title(), outcomes);
    }

    private Outcome outcome(Variant variant, long seed, Consumer<String> log) throws IOException, InterruptedException {
        Path runFolder = folder.resolve("%s-seed%d".formatted(variant.key(), seed));
        ModelFolder model;
        if (Files.isRegularFile(runFolder.resolve(ModelFolder.CARD))) {
            model = ModelFolder.read(runFolder);
            requireSameBudget(model);
            log.accept("  finished before");
        } else {
            model = training(variant, seed, runFolder).run(Files.exists(runFolder.resolve(CHECKPOINT)), log);
        }
        double dice = model.card().measures().getOrDefault(TrainingRun.TUMOUR_DICE, Double.NaN);
        return new Outcome(variant, seed, dice, model.card().parameters());
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
