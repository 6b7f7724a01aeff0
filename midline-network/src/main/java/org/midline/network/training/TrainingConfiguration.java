package org.midline.network.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.midline.network.data.Task;
import org.midline.network.data.augmentation.AugmentationRanges;
import org.midline.network.generator.GeneratorConfiguration;
import org.midline.network.image.WorkingGrid;

/**
 * How a network is trained.
 *
 * @param workingGrid what the network sees
 * @param adversarial the critic's part; empty to train without
 * @param steps in all; the rate ends at zero there
 * @param batchSize patches per step
 * @param peakRate the learning rate after the warm-up
 * @param warmUpSteps in which the rate rises from zero
 * @param weightDecay of AdamW
 * @param gradientLimit the gradient's greatest norm
 * @param averageDecay of the weight average
 * @param validateEvery steps between two looks at the validation patients
 * @param patience looks at the validation patients without a better one after which training ends early; 0 for never
 * @param seed of the start weights and the patches
 */
public record TrainingConfiguration(
        Task task,
        WorkingGrid workingGrid,
        GeneratorConfiguration generator,
        AugmentationRanges augmentation,
        LossConfiguration loss,
        Optional<AdversarialConfiguration> adversarial,
        long steps,
        int batchSize,
        double peakRate,
        long warmUpSteps,
        double weightDecay,
        double gradientLimit,
        double averageDecay,
        long validateEvery,
        int patience,
        long seed) {

    public TrainingConfiguration {
        if (steps < 1 || batchSize < 1 || validateEvery < 1 || patience < 0 || !(peakRate > 0)) {
            throw new IllegalArgumentException(
                    "Training of %d steps, batch %d, validation every %d, patience %d, rate %s"
                            .formatted(steps, batchSize, validateEvery, patience, peakRate));
        }
    }

    /** The default for a task. */
    public static TrainingConfiguration of(Task task, long steps, long seed) {
        boolean localiser = task == Task.LOCALISER;
        return new TrainingConfiguration(
                task,
                task.workingGrid(),
                localiser ? GeneratorConfiguration.localiser() : GeneratorConfiguration.segmenter(),
                localiser ? AugmentationRanges.head() : AugmentationRanges.region(),
                LossConfiguration.usual(),
                localiser ? Optional.empty() : Optional.of(AdversarialConfiguration.usual(steps)),
                steps,
                2,
                localiser ? 4e-3 : 2e-3,
                Math.min(100, Math.max(1, steps / 10)),
                1e-2,
                1,
                0.995,
                Math.max(1, Math.min(250, steps / 4)),
                0,
                seed);
    }

    /** The same training without some of its ingredients. */
    public TrainingConfiguration without(Collection<Ingredient> ingredients) {
        TrainingConfiguration left = this;
        for (Ingredient ingredient : ingredients) {
            left = ingredient.takenFrom(left);
        }
        return left;
    }

    /**
     * A plain U-Net with no ingredient of the method, for comparison: another block on the third level costs what
     * attention and pyramid did (within 5 % at the usual widths).
     */
    public TrainingConfiguration plainOfTheSameCost() {
        TrainingConfiguration plain = without(List.of(Ingredient.values()));
        List<Integer> blocks = new ArrayList<>(generator.blocks());
        int third = Math.min(2, blocks.size() - 1);
        blocks.set(third, blocks.get(third) + 1);
        GeneratorConfiguration g = plain.generator;
        var longer = new GeneratorConfiguration(
                g.widths(), blocks, g.outputs(), g.multiScale(), g.attention(), g.pyramid(), g.deepSupervision());
        return plain.with(longer, plain.loss, plain.adversarial);
    }

    /** The same training, ended after so many looks at the validation patients without a better one; 0 for never. */
    public TrainingConfiguration withPatience(int looks) {
        return new TrainingConfiguration(
                task,
                workingGrid,
                generator,
                augmentation,
                loss,
                adversarial,
                steps,
                batchSize,
                peakRate,
                warmUpSteps,
                weightDecay,
                gradientLimit,
                averageDecay,
                validateEvery,
                looks,
                seed);
    }

    TrainingConfiguration with(
            GeneratorConfiguration otherGenerator,
            LossConfiguration otherLoss,
            Optional<AdversarialConfiguration> otherAdversarial) {
        return new TrainingConfiguration(
                task,
                workingGrid,
                otherGenerator,
                augmentation,
                otherLoss,
                otherAdversarial,
                steps,
                batchSize,
                peakRate,
                warmUpSteps,
                weightDecay,
                gradientLimit,
                averageDecay,
                validateEvery,
                patience,
                seed);
    }

    /** Warm-up by a straight line, then half a cosine down to zero; for step t from 1. */
    double rate(long t) {
        if (t <= warmUpSteps) {
            return peakRate * t / warmUpSteps;
        }
        double done = (double) (t - warmUpSteps) / Math.max(1, steps - warmUpSteps);
        return peakRate * 0.5 * (1 + Math.cos(Math.PI * done));
    }
}
