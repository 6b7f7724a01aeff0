package org.midline.network.ablation;

import java.util.List;
import java.util.Locale;
import org.midline.network.training.Ingredient;
import org.midline.network.training.TrainingConfiguration;

/** A training to compare with the others; all but what its name says is the same. */
public enum Variant {
    FULL("full"),
    NO_CRITIC("no critic"),
    NO_ATTENTION("no attention"),
    NO_MULTI_SCALE("no multi-scale blocks"),
    /** No ingredient at all, made as costly as the full network by more of its plain blocks. */
    PLAIN("plain U-Net of the same cost");

    private final String title;

    Variant(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** For the names of folders and for files: {@code no-critic}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    TrainingConfiguration of(TrainingConfiguration whole) {
        return switch (this) {
            case FULL -> whole;
            case NO_CRITIC -> whole.without(List.of(Ingredient.CRITIC));
            case NO_ATTENTION -> whole.without(List.of(Ingredient.ATTENTION));
            case NO_MULTI_SCALE -> whole.without(List.of(Ingredient.MULTI_SCALE));
            case PLAIN -> whole.plainOfTheSameCost();
        };
    }
}
