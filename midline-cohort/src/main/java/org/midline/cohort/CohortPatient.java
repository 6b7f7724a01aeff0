package org.midline.cohort;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.midline.core.Sequence;

/**
 * One patient of a cohort.
 *
 * @param id unique in the cohort; letters, digits, '.', '_' and '-', beginning with a letter or digit, so that it can
 *     name a folder
 * @param images at least one
 * @param attributes whatever else is known (site, centre, seed), sorted by name
 */
public record CohortPatient(String id, Split split, Map<Sequence, CohortImage> images, Map<String, String> attributes) {
    private static final int LONGEST_ID = 64;

    public CohortPatient {
        if (!isValidId(id)) {
            throw new IllegalArgumentException(
                    "Patient id '%s': expected letters, digits, '.', '_' and '-', a letter or digit first"
                            .formatted(id));
        }
        if (images.isEmpty()) {
            throw new IllegalArgumentException("Patient '" + id + "' without any image");
        }
        images = Collections.unmodifiableMap(new EnumMap<>(images));
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** The same patient in a split. */
    public CohortPatient in(Split other) {
        return new CohortPatient(id, other, images, attributes);
    }

    /** An id made of somebody else's: signs that are not allowed become '_', and it is cut at 64. */
    public static String idOf(String name) {
        String id = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[^A-Za-z0-9]+", "");
        return id.isEmpty() ? "unnamed" : id.substring(0, Math.min(LONGEST_ID, id.length()));
    }

    static boolean isValidId(String id) {
        return id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    }
}
