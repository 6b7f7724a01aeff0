package org.midline.cohort.layout;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.midline.core.Sequence;

/**
 * The name of a BIDS file: {@code key-value} entities with '_' between them, and a suffix.
 *
 * @param entities in the order of the name, for example {@code sub} to {@code 01}
 * @param suffix what the file is, for example {@code T2w}, {@code mask}
 */
record BidsName(Path file, Map<String, String> entities, String suffix) {
    BidsName {
        entities = Collections.unmodifiableMap(new LinkedHashMap<>(entities));
    }

    /** Empty if the file is no NIfTI image named so. */
    static Optional<BidsName> of(Path file) {
        String name = file.getFileName().toString();
        if (!name.matches("sub-.*\\.nii(\\.gz)?")) {
            return Optional.empty();
        }
        String[] parts = name.replaceFirst("\\.nii(\\.gz)?$", "").split("_", -1);
        Map<String, String> entities = new LinkedHashMap<>();
        for (int n = 0; n < parts.length - 1; n++) {
            int dash = parts[n].indexOf('-');
            if (dash > 0) {
                entities.put(parts[n].substring(0, dash), parts[n].substring(dash + 1));
            }
        }
        return Optional.of(new BidsName(file, entities, parts[parts.length - 1]));
    }

    Optional<String> entity(String key) {
        return Optional.ofNullable(entities.get(key));
    }

    /** T1w counts only with contrast, entity {@code ce}. */
    Optional<Sequence> sequence() {
        return switch (suffix) {
            case "T2w" -> Optional.of(Sequence.T2);
            case "FLAIR" -> Optional.of(Sequence.FLAIR);
            case "T1w" -> entities.containsKey("ce") ? Optional.of(Sequence.T1C) : Optional.empty();
            default -> Optional.empty();
        };
    }

    boolean isMask() {
        return suffix.equals("mask") || suffix.equals("dseg");
    }

    /** What is drawn: the value of {@code label}, or else of {@code desc}. */
    String drawn() {
        return entity("label").or(() -> entity("desc")).orElse("");
    }

    /** "sub-01" or "sub-01_ses-2". */
    String study() {
        return "sub-" + entities.get("sub")
                + entity("ses").map(session -> "_ses-" + session).orElse("");
    }

    /** Whether an entity's value names another sequence's suffix, as {@code space-T2w} does. */
    boolean mentions(String imageSuffix) {
        return entities.values().stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(imageSuffix.toLowerCase(Locale.ROOT)));
    }

    /** How many entities of the image the mask's name repeats with the same value. */
    long sharedWith(BidsName image) {
        return entities.entrySet().stream()
                .filter(entity -> entity.getValue().equals(image.entities().get(entity.getKey())))
                .count();
    }

    /** Whether both name an entity and give it another value; not counting what only masks have. */
    boolean contradicts(BidsName image) {
        return entities.entrySet().stream()
                .anyMatch(entity -> image.entities().containsKey(entity.getKey())
                        && !image.entities().get(entity.getKey()).equals(entity.getValue()));
    }
}
