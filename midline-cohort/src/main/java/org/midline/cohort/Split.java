package org.midline.cohort;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a patient is used for. A patient belongs to one split with all images. */
public enum Split {
    /** The network learns from these. */
    TRAIN,
    /** Chooses between states of a network while it learns. */
    VALIDATION,
    /** Looked at only to measure a finished network. */
    TEST;

    /** As written in cohort files and options: train, validation, test. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The split of a key, whatever its case.
     *
     * @throws IllegalArgumentException naming the keys that exist
     */
    public static Split ofKey(String key) {
        for (Split split : values()) {
            if (split.key().equalsIgnoreCase(key)) {
                return split;
            }
        }
        throw new IllegalArgumentException("Split '%s': expected %s"
                .formatted(key, Arrays.stream(values()).map(Split::key).collect(Collectors.joining(", "))));
    }
}
