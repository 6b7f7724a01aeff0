package org.midline.cohort.layout;

import java.util.Map;
import java.util.Optional;
import org.midline.cohort.SplitShares;
import org.midline.cohort.TargetLabels;
import org.midline.core.Sequence;

/**
 * What a folder does not say itself.
 *
 * @param targetLabels which labels of the masks make the target
 * @param targetName of the masks of BIDS, where there are several: the value of {@code label-} or {@code desc-}
 * @param channels sequences of an nnU-Net dataset's channels, where their names do not say; goes before the names
 * @param shares of the splits, where the folder gives none
 * @param seed of the splits, where the folder gives none
 */
public record CohortChoices(
        TargetLabels targetLabels,
        Optional<String> targetName,
        Map<Integer, Sequence> channels,
        SplitShares shares,
        long seed) {
    public CohortChoices {
        channels = Map.copyOf(channels);
    }

    /** Every label above 0, the usual shares, seed 1. */
    public static CohortChoices usual() {
        return new CohortChoices(TargetLabels.every(), Optional.empty(), Map.of(), SplitShares.USUAL, 1);
    }
}
