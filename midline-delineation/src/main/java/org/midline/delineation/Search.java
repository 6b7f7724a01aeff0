package org.midline.delineation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.delineation.Delineation.Found;
import org.midline.delineation.Delineation.NothingFound;
import org.midline.delineation.Delineation.Refused;

/** What a model says of an image, before a threshold makes an outline of it. */
public sealed interface Search {

    /**
     * The outline of what is above a threshold; as many thresholds as one likes, without asking the network again.
     *
     * @param threshold of the probability, above 0 and below 1
     */
    Delineation above(double threshold, PlausibilityRules rules);

    /** The image cannot be searched. */
    record Impossible(String reason) implements Search {
        @Override
        public Delineation above(double threshold, PlausibilityRules rules) {
            return new Refused(reason);
        }
    }

    /**
     * The probability of tumour about brainstem and thalami.
     *
     * @param imageGrid the native grid, on which the outline will lie
     * @param probability 0 to 1, on the working grid
     * @param regionCentreLps the point in the brainstem and thalami that the working grid was laid about
     * @param cautions of the image
     * @param localiseMs time it took to find the region
     * @param segmentMs time it took to predict
     */
    record Searched(
            VoxelGrid imageGrid,
            Volume probability,
            Vec3 regionCentreLps,
            List<String> cautions,
            long localiseMs,
            long segmentMs)
            implements Search {
        public Searched {
            cautions = List.copyOf(cautions);
        }

        @Override
        public Delineation above(double threshold, PlausibilityRules rules) {
            long start = System.nanoTime();
            var parts = PlausibleParts.of(probability, (float) threshold, rules);
            Mask gtv = NativeGrid.above(parts.probability(), (float) threshold, imageGrid);
            var timings = new Timings(localiseMs, segmentMs, (System.nanoTime() - start) / 1_000_000);
            if (parts.volumeMl() < rules.smallestTumourMl() || gtv.isEmpty()) {
                return new NothingFound(nothing(parts, rules), timings);
            }
            List<String> all = new ArrayList<>(cautions);
            all.addAll(cautions(parts, gtv, rules));
            return new Found(gtv, parts.probability(), threshold, regionCentreLps, all, timings);
        }

        private static String nothing(PlausibleParts parts, PlausibilityRules rules) {
            return parts.kept() == 0
                    ? "no voxel of the region of brainstem and thalami is above the threshold"
                    : String.format(
                            Locale.ROOT,
                            "what is above the threshold has %.2f ml, less than the %.2f ml that are taken for a tumour",
                            parts.volumeMl(),
                            rules.smallestTumourMl());
        }

        private static List<String> cautions(PlausibleParts parts, Mask gtv, PlausibilityRules rules) {
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
    }
}
