package org.midline.cohort.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was found in a folder of some layout.
 *
 * @param expectedLabels that the masks should have besides 0, as far as the layout says; none for any
 * @param synthetic true if the folder says that its patients are made up
 * @param notes what a user should know of it: what was left out, what was chosen, a sentence each
 */
record FoundCohort(
        Path folder,
        CohortLayout layout,
        List<FoundStudy> studies,
        Set<Integer> expectedLabels,
        boolean synthetic,
        List<String> notes) {
    private static final int NAMES_SHOWN = 3;

    FoundCohort {
        studies = List.copyOf(studies);
        expectedLabels = Set.copyOf(expectedLabels);
        notes = List.copyOf(notes);
    }

    /** "4 cases without segmentation are left out: A, B, C, ..."; empty if there are none. */
    static Optional<String> leftOut(List<String> names, String what) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return Optional.of(
                "%d %s: %s%s".formatted(names.size(), what, shown, names.size() > NAMES_SHOWN ? ", ..." : ""));
    }
}
