package org.midline.delineation.experiment;

import java.util.Optional;
import org.midline.cohort.Split;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.VoxelGrid;
import org.midline.evaluation.CaseEvaluation;

/** Masks that are rows of millimetre cubes, so that every measure can be told in one's head. */
final class Cases {
    private static final VoxelGrid GRID = new VoxelGrid(3000, 1, 1, Affine.scaling(1, 1, 1));

    private Cases() {}

    static Mask row(int from, int to) {
        var inside = new boolean[GRID.voxelCount()];
        java.util.Arrays.fill(inside, from, to, true);
        return new Mask(GRID, inside);
    }

    /** Proposal, truth and expert are the first so many cubes of the row. */
    static MeasuredCase of(String id, Split split, int proposal, int truth, int expert) {
        return new MeasuredCase(
                id,
                Sequence.T2,
                split,
                evaluation(id, row(0, truth), row(0, proposal)),
                Optional.of(evaluation(id, row(0, expert), row(0, proposal))),
                Optional.of(evaluation(id, row(0, truth), row(0, expert))));
    }

    static MeasuredCase control(String id, int proposal) {
        return new MeasuredCase(
                id,
                Sequence.T2,
                Split.TEST,
                evaluation(id, row(0, 0), row(0, proposal)),
                Optional.empty(),
                Optional.empty());
    }

    private static CaseEvaluation evaluation(String id, Mask truth, Mask proposal) {
        return CaseEvaluation.of(id, Sequence.T2, truth, proposal);
    }
}
