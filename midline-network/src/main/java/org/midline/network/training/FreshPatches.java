package org.midline.network.training;

import org.midline.network.data.PatchSource;

/**
 * Synthetic patients that are made while training goes on.
 *
 * @param share of the patches that come from them, above 0 up to 1; the rest come from the cohort
 */
public record FreshPatches(PatchSource source, double share) {
    public FreshPatches {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("Share of fresh patches %s: expected above 0, up to 1".formatted(share));
        }
    }
}
