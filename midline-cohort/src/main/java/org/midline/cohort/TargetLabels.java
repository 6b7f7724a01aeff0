package org.midline.cohort;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which labels of a segmentation make the target.
 *
 * @param values above 0; none for every label above 0
 */
public record TargetLabels(SortedSet<Integer> values) {
    public TargetLabels {
        values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
        if (!values.isEmpty() && values.first() < 1) {
            throw new IllegalArgumentException(
                    "Target label %d: expected whole numbers above 0, 0 is the background".formatted(values.first()));
        }
    }

    /** Every label above 0. */
    public static TargetLabels every() {
        return new TargetLabels(Collections.emptySortedSet());
    }

    public static TargetLabels of(Set<Integer> values) {
        return new TargetLabels(new TreeSet<>(values));
    }

    /** As {@link #key} gives it: numbers with commas. */
    public static TargetLabels ofKey(String key) {
        try {
            return of(Arrays.stream(key.split(",", -1))
                    .map(label -> Integer.valueOf(label.strip()))
                    .collect(Collectors.toSet()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Target labels '%s': expected numbers such as 1,3".formatted(key), e);
        }
    }

    public boolean isEvery() {
        return values.isEmpty();
    }

    /** Whether a voxel of this label is of the target. */
    public boolean contains(int label) {
        return isEvery() ? label > 0 : values.contains(label);
    }

    /** "1,3"; empty for every label. */
    public String key() {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** For people: "labels 1, 3" or "every label above 0". */
    public String title() {
        return isEvery() ? "every label above 0" : "labels " + key().replace(",", ", ");
    }
}
