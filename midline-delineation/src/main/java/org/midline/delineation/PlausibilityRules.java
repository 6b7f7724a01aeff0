package org.midline.delineation;

/**
 * What makes a delineation plausible.
 *
 * @param smallestImageMm an image that extends less than this along an axis holds no head
 * @param smallestTumourMl parts that add up to less are not reported as a tumour
 * @param smallestShareOfLargest a separate part is dropped if it is smaller than this share of the largest, 0 to 1
 * @param largestTumourMl a larger one gets a caution
 * @param fillHoles whether enclosed holes, such as necrosis, belong to the tumour
 */
public record PlausibilityRules(
        double smallestImageMm,
        double smallestTumourMl,
        double smallestShareOfLargest,
        double largestTumourMl,
        boolean fillHoles) {

    public static final PlausibilityRules USUAL = new PlausibilityRules(40, 0.3, 0.1, 150, true);

    public PlausibilityRules {
        if (!(smallestShareOfLargest >= 0 && smallestShareOfLargest <= 1)) {
            throw new IllegalArgumentException(
                    "Smallest share of the largest part " + smallestShareOfLargest + ": expected 0 to 1");
        }
        if (!(smallestTumourMl >= 0 && largestTumourMl > smallestTumourMl && smallestImageMm >= 0)) {
            throw new IllegalArgumentException("Smallest tumour %s ml, largest %s ml, smallest image %s mm"
                    .formatted(smallestTumourMl, largestTumourMl, smallestImageMm));
        }
    }
}
