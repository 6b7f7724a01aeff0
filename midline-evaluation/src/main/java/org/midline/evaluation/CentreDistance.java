package org.midline.evaluation;

import org.midline.core.InputRefusedException;
import org.midline.core.Mask;

/** How far apart the centres of gravity of two masks lie. */
public final class CentreDistance {
    private CentreDistance() {}

    /**
     * In mm; undefined if a mask is empty.
     *
     * @throws InputRefusedException if the masks lie on different grids
     */
    public static Measure mm(Mask truth, Mask proposal) {
        return MaskPair.of(truth, proposal)
                .emptiness()
                .map(Measure::undefined)
                .orElseGet(() -> Measure.of(
                        truth.centroidLps().minus(proposal.centroidLps()).length()));
    }
}
