package org.midline.evaluation;

import java.util.Locale;
import java.util.Optional;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/**
 * Truth and proposal on one grid, and the smallest box of voxels that holds both.
 *
 * @param box the box around the union, empty if both masks are empty
 */
record MaskPair(Mask truth, Mask proposal, boolean truthEmpty, boolean proposalEmpty, Optional<VoxelBox> box) {

    private static final double GRID_TOLERANCE_MM = 1e-3;

    static final String BOTH_EMPTY = "truth and proposal are both empty";
    static final String TRUTH_EMPTY = "the truth is empty";
    static final String PROPOSAL_EMPTY = "the proposal is empty";

    /** @throws InputRefusedException if the masks lie on different grids */
    static MaskPair of(Mask truth, Mask proposal) {
        if (!truth.grid().sameAs(proposal.grid(), GRID_TOLERANCE_MM)) {
            throw new InputRefusedException(
                    "Masks on different grids cannot be compared: truth %s, proposal %s; resample one to the other first"
                            .formatted(describe(truth.grid()), describe(proposal.grid())));
        }
        Optional<VoxelBox> truthBox = VoxelBox.around(truth);
        Optional<VoxelBox> proposalBox = VoxelBox.around(proposal);
        Optional<VoxelBox> union = truthBox.isPresent() && proposalBox.isPresent()
                ? Optional.of(truthBox.get().union(proposalBox.get()))
                : truthBox.or(() -> proposalBox);
        return new MaskPair(truth, proposal, truthBox.isEmpty(), proposalBox.isEmpty(), union);
    }

    /** Why no distance exists between the two surfaces, if so. */
    Optional<String> emptiness() {
        if (truthEmpty && proposalEmpty) {
            return Optional.of(BOTH_EMPTY);
        }
        if (truthEmpty) {
            return Optional.of(TRUTH_EMPTY);
        }
        return proposalEmpty ? Optional.of(PROPOSAL_EMPTY) : Optional.empty();
    }

    private static String describe(VoxelGrid grid) {
        var origin = grid.patientLps(0, 0, 0);
        return String.format(
                Locale.ROOT,
                "%d x %d x %d voxels of %.4g x %.4g x %.4g mm at LPS (%.2f, %.2f, %.2f)",
                grid.sizeI(),
                grid.sizeJ(),
                grid.sizeK(),
                grid.spacingMm(0),
                grid.spacingMm(1),
                grid.spacingMm(2),
                origin.x(),
                origin.y(),
                origin.z());
    }
}
