package org.midline.delineation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.delineation.Delineation.Refused;
import org.midline.delineation.Search.Impossible;
import org.midline.delineation.Search.Searched;
import org.midline.delineation.input.SequenceImage;
import org.midline.delineation.input.StudyImages;
import org.midline.network.inference.Localisation.Located;
import org.midline.network.inference.Localisation.NotLocated;

/**
 * The straight line from an image to its delineation: look at the image, locate brainstem and thalami, predict the
 * probability of tumour on the working grid about them, keep the parts above the threshold that are plausible, bring
 * them back to the native grid.
 *
 * <p>Not for use from several threads at once.
 */
public final class Delineator implements AutoCloseable {
    private final DelineationModels models;
    private final PlausibilityRules rules;

    /** @param models closed together with this */
    public Delineator(DelineationModels models, PlausibilityRules rules) {
        this.models = models;
        this.rules = rules;
    }

    /** Delineates on every image of a study. */
    public StudyDelineation delineate(StudyImages study) {
        Map<Sequence, Delineation> results = new EnumMap<>(Sequence.class);
        Map<Sequence, ModelIdentity> used = new EnumMap<>(Sequence.class);
        study.images().forEach((sequence, image) -> {
            results.put(sequence, delineate(image));
            models.identity(sequence).ifPresent(identity -> used.put(sequence, identity));
        });
        return new StudyDelineation(study, results, models.localiserIdentity(), used, rules);
    }

    /** Delineates on one image, above the threshold of its model. */
    public Delineation delineate(SequenceImage image) {
        Search search = search(image);
        return search instanceof Impossible impossible
                ? new Refused(impossible.reason())
                : search.above(models.model(image.sequence()).threshold(), rules);
    }

    /** Looks for a tumour in one image. */
    public Search search(SequenceImage image) {
        if (!models.has(image.sequence())) {
            return new Impossible("no model for " + image.sequence().title());
        }
        Optional<String> defect = ImageCheck.defect(image.volume(), rules);
        if (defect.isPresent()) {
            return new Impossible(defect.get());
        }
        Volume volume = ImageCheck.finite(image.volume());
        List<String> cautions = new ArrayList<>(image.cautions());
        cautions.addAll(ImageCheck.cautions(image.volume()));

        long start = System.nanoTime();
        var localisation = models.localiser().locate(volume);
        if (localisation instanceof NotLocated notLocated) {
            return new Impossible("brainstem and thalami were not found: " + notLocated.reason());
        }
        Vec3 centreLps = ((Located) localisation).centreLps();
        long located = System.nanoTime();
        Volume probability = models.model(image.sequence()).probability(volume, centreLps);
        long predicted = System.nanoTime();
        return new Searched(
                volume.grid(),
                probability,
                centreLps,
                cautions,
                (located - start) / 1_000_000,
                (predicted - located) / 1_000_000);
    }

    @Override
    public void close() {
        models.close();
    }
}
