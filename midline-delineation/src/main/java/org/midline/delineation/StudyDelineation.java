package org.midline.delineation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.midline.core.Sequence;
import org.midline.delineation.Delineation.Found;
import org.midline.delineation.Delineation.NothingFound;
import org.midline.delineation.input.StudyImages;

/**
 * What delineating a study came to, and what did it.
 *
 * @param results one for each image of the study
 * @param localiser empty if no image came as far
 * @param models of those sequences that came as far
 */
public record StudyDelineation(
        StudyImages study,
        Map<Sequence, Delineation> results,
        Optional<ModelIdentity> localiser,
        Map<Sequence, ModelIdentity> models,
        PlausibilityRules rules) {

    /** The sequence whose image carries the structure set, where there is a choice: the tumour is seen whole on T2. */
    private static final List<Sequence> REFERENCE_ORDER = List.of(Sequence.T2, Sequence.FLAIR, Sequence.T1C);

    public StudyDelineation {
        if (!results.keySet().equals(study.images().keySet())) {
            throw new IllegalArgumentException("Results for " + results.keySet() + " of a study with "
                    + study.images().keySet());
        }
        results = Collections.unmodifiableMap(new EnumMap<>(results));
        var sorted = new EnumMap<Sequence, ModelIdentity>(Sequence.class);
        sorted.putAll(models);
        models = Collections.unmodifiableMap(sorted);
    }

    /** Those in which a tumour was found. */
    public Map<Sequence, Found> found() {
        Map<Sequence, Found> found = new EnumMap<>(Sequence.class);
        results.forEach((sequence, result) -> {
            if (result instanceof Found it) {
                found.put(sequence, it);
            }
        });
        return Collections.unmodifiableMap(found);
    }

    /** The sequence whose image carries the structure set: T2, else FLAIR, else T1C; empty if nothing was found. */
    public Optional<Sequence> reference() {
        return REFERENCE_ORDER.stream().filter(found()::containsKey).findFirst();
    }

    /** True if at least one image was searched, whether or not anything was found in it. */
    public boolean searched() {
        return results.values().stream().anyMatch(result -> result instanceof Found || result instanceof NothingFound);
    }
}
