package org.midline.evaluation;

import org.midline.core.InputRefusedException;
import org.midline.core.Mask;

/**
 * How many voxels two masks share, and the measures of that count.
 *
 * <p>Empty masks: if one is empty the DSC is 0; if both are, it is undefined. A fraction whose denominator is zero is
 * undefined. Every measure is a fraction of voxels, 0 to 1, except the volumes.
 *
 * @param both voxels in truth and proposal
 * @param truthOnly voxels in the truth only
 * @param proposalOnly voxels in the proposal only
 * @param voxelVolumeMm3 volume of one voxel
 */
public record Overlap(long both, long truthOnly, long proposalOnly, double voxelVolumeMm3) {

    /** @throws InputRefusedException if the masks lie on different grids */
    public static Overlap between(Mask truth, Mask proposal) {
        return of(MaskPair.of(truth, proposal));
    }

    static Overlap of(MaskPair pair) {
        boolean[] truth = pair.truth().inside();
        boolean[] proposal = pair.proposal().inside();
        long both = 0;
        long truthOnly = 0;
        long proposalOnly = 0;
        for (int n = 0; n < truth.length; n++) {
            if (truth[n]) {
                if (proposal[n]) {
                    both++;
                } else {
                    truthOnly++;
                }
            } else if (proposal[n]) {
                proposalOnly++;
            }
        }
        return new Overlap(both, truthOnly, proposalOnly, pair.truth().grid().voxelVolumeMm3());
    }

    /** The DSC of two masks, in either order. */
    public static Measure dsc(Mask a, Mask b) {
        return between(a, b).dsc();
    }

    /** Dice similarity coefficient: twice the shared volume over the sum of the volumes. */
    public Measure dsc() {
        return fraction(2 * both, 2 * both + truthOnly + proposalOnly, MaskPair.BOTH_EMPTY);
    }

    /** Jaccard index: the shared volume over that of the union. */
    public Measure jaccard() {
        return fraction(both, both + truthOnly + proposalOnly, MaskPair.BOTH_EMPTY);
    }

    /** The fraction of the truth that the proposal covers. */
    public Measure sensitivity() {
        return fraction(both, both + truthOnly, MaskPair.TRUTH_EMPTY);
    }

    /** The fraction of the proposal that lies in the truth. */
    public Measure precision() {
        return fraction(both, both + proposalOnly, MaskPair.PROPOSAL_EMPTY);
    }

    public double truthVolumeMl() {
        return (both + truthOnly) * voxelVolumeMm3 / 1000;
    }

    public double proposalVolumeMl() {
        return (both + proposalOnly) * voxelVolumeMm3 / 1000;
    }

    /** Proposal minus truth: positive if the proposal is too large. */
    public double volumeDifferenceMl() {
        return (proposalOnly - truthOnly) * voxelVolumeMm3 / 1000;
    }

    /** Proposal minus truth in percent of the truth. */
    public Measure volumeDifferencePercent() {
        return fraction(100 * (proposalOnly - truthOnly), both + truthOnly, MaskPair.TRUTH_EMPTY);
    }

    private static Measure fraction(long numerator, long denominator, String reasonIfNone) {
        return denominator == 0 ? Measure.undefined(reasonIfNone) : Measure.of((double) numerator / denominator);
    }
}
