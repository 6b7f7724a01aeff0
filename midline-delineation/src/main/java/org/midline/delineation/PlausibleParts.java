package org.midline.delineation;

import org.midline.core.Mask;
import org.midline.core.Volume;
import org.midline.core.morphology.Components;
import org.midline.core.morphology.Connectivity;
import org.midline.core.morphology.Morphology;

/**
 * The parts of a probability above a threshold that can be a tumour: those connected by faces, no smaller than a share
 * of the largest, holes filled.
 *
 * @param probability as given, but 0 in dropped parts and 1 in filled holes
 * @param volumeMl of what is kept, in whole voxels
 * @param kept number of parts kept
 * @param dropped number of parts dropped
 */
record PlausibleParts(Volume probability, Mask mask, double volumeMl, int kept, int dropped) {

    static PlausibleParts of(Volume probability, float threshold, PlausibilityRules rules) {
        var parts = Components.of(Mask.above(probability, threshold), Connectivity.FACES);
        int[] sizes = parts.sizes();
        int kept = 0;
        while (kept < sizes.length && sizes[kept] >= rules.smallestShareOfLargest() * sizes[0]) {
            kept++;
        }
        int[] labels = parts.labels();
        float[] values = probability.values().clone();
        var inside = new boolean[values.length];
        for (int n = 0; n < values.length; n++) {
            inside[n] = labels[n] > 0 && labels[n] <= kept;
            if (labels[n] > kept) {
                values[n] = 0;
            }
        }
        var mask = new Mask(probability.grid(), inside);
        if (rules.fillHoles()) {
            Mask filled = Morphology.fillHoles(mask);
            for (int n = 0; n < values.length; n++) {
                if (filled.inside()[n] && !inside[n]) {
                    values[n] = 1;
                }
            }
            mask = filled;
        }
        return new PlausibleParts(
                new Volume(probability.grid(), values), mask, mask.volumeMl(), kept, sizes.length - kept);
    }

    /** True if the kept parts reach the outermost voxels, where they may be cut off. */
    boolean touchBorder() {
        var grid = mask.grid();
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                boolean face = k == 0 || k == grid.sizeK() - 1 || j == 0 || j == grid.sizeJ() - 1;
                int step = face ? 1 : Math.max(1, grid.sizeI() - 1);
                for (int i = 0; i < grid.sizeI(); i += step) {
                    if (mask.at(i, j, k)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
