package org.midline.network.training;

import java.util.Locale;
import java.util.Optional;
import org.midline.network.generator.GeneratorConfiguration;

/** What can be taken out of a training, each alone, to see what it is worth. */
public enum Ingredient {
    CRITIC,
    ATTENTION,
    MULTI_SCALE,
    PYRAMID,
    DEEP_SUPERVISION,
    BOUNDARY;

    /** As typed: {@code multi-scale}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the keys there are */
    public static Ingredient ofKey(String key) {
        for (Ingredient ingredient : values()) {
            if (ingredient.key().equals(key)) {
                return ingredient;
            }
        }
        throw new IllegalArgumentException(
                "'%s' is no ingredient; expected critic, attention, multi-scale, pyramid, deep-supervision or boundary"
                        .formatted(key));
    }

    /** The same training without it; all else is kept. */
    TrainingConfiguration takenFrom(TrainingConfiguration whole) {
        GeneratorConfiguration g = whole.generator();
        var generator = new GeneratorConfiguration(
                g.widths(),
                g.blocks(),
                g.outputs(),
                g.multiScale() && this != MULTI_SCALE,
                g.attention() && this != ATTENTION,
                g.pyramid() && this != PYRAMID,
                g.deepSupervision() && this != DEEP_SUPERVISION);
        LossConfiguration l = whole.loss();
        var loss = new LossConfiguration(
                l.diceSmoothing(),
                l.entropyWeight(),
                l.focalGamma(),
                this == BOUNDARY ? 0 : l.boundaryWeight(),
                l.boundaryReachMm());
        return whole.with(generator, loss, this == CRITIC ? Optional.empty() : whole.adversarial());
    }
}
