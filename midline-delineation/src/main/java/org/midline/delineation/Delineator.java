package org.midline.delineation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.delineation.Delineation.Found;
import org.midline.delineation.Delineation.NothingFound;
import org.midline.delineation.Delineation.Refused;
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

    /** Delineates on one image. */
    public Delineation delineate(SequenceImage image) {
        if (!models.has(image.sequence())) {
            return new Refused("no model for " + image.sequence().title());
        }
        Optional<String> defect = ImageCheck.defect(image.volume(), rules);
        if (defect.isPresent()) {
            return new Refused(defect.get());
        }
        Volume volume = ImageCheck.finite(image.volume());
        List<String> cautions = new ArrayList<>(image.cautions());
        cautions.addAll(ImageCheck.cautions(image.volume()));

        long start = System.nanoTime();
        var localisation = models.localiser().locate(volume);
        if (localisation instanceof NotLocated notLocated) {
            return new Refused("brainstem and thalami were not found: " + notLocated.reason());
        }
        Vec3 centreLps = ((Located) localisation).centreLps();
        long located = System.nanoTime();

        DelineationModel model = models.model(image.sequence());
        float threshold = (float) model.threshold();
        var parts = PlausibleParts.of(model.probability(volume, centreLps), threshold, rules);
        long predicted = System.nanoTime();

        Mask gtv = NativeGrid.above(parts.probability(), threshold, volume.grid());
        var timings = timings(start, located, predicted, System.nanoTime());
        if (parts.volumeMl() < rules.smallestTumourMl() || gtv.isEmpty()) {
            return new NothingFound(nothing(parts), timings);
        }
        cautions.addAll(cautions(parts, gtv));
        return new Found(gtv, parts.probability(), threshold, centreLps, cautions, timings);
    }

    private String nothing(PlausibleParts parts) {
        return parts.kept() == 0
                ? "no voxel of the region of brainstem and thalami is above the threshold"
                : String.format(
                        Locale.ROOT,
                        "what is above the threshold has %.2f ml, less than the %.2f ml that are taken for a tumour",
                        parts.volumeMl(),
                        rules.smallestTumourMl());
    }

    private List<String> cautions(PlausibleParts parts, Mask gtv) {
        List<String> cautions = new ArrayList<>();
        if (parts.touchBorder()) {
            cautions.add("The tumour reaches the border of the region that was searched and may be cut off there");
        }
        if (parts.kept() > 1) {
            cautions.add("The tumour is in %d separate parts".formatted(parts.kept()));
        }
        if (gtv.volumeMl() > rules.largestTumourMl()) {
            cautions.add(String.format(
                    Locale.ROOT,
                    "The tumour has %.0f ml, more than the %.0f ml that are plausible",
                    gtv.volumeMl(),
                    rules.largestTumourMl()));
        }
        return cautions;
    }

    private static Timings timings(long start, long located, long predicted, long end) {
        return new Timings(
                (located - start) / 1_000_000, (predicted - located) / 1_000_000, (end - predicted) / 1_000_000);
    }

    @Override
    public void close() {
        models.close();
    }
}
