package org.midline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

class AddedPathLengthTest {
    private static final VoxelGrid GRID = VoxelGrid.axisAligned(40, 40, 6, 0.5, 0.5, 4);
    private static final Mask SQUARE = ShapeMasks.box(GRID, 10, 20, 10, 20, 1, 4);

    private static double mm(Mask truth, Mask proposal, double toleranceMm) {
        return AddedPathLength.mm(truth, proposal, toleranceMm).number().orElseThrow();
    }

    @Test
    void aContourThatIsThereNeedsNoDrawing() {
        assertThat(mm(SQUARE, SQUARE, 0)).isZero();
    }

    @Test
    void aMissingSliceIsDrawnWhole() {
        Mask twoSlices = ShapeMasks.box(GRID, 10, 20, 10, 20, 1, 3);
        assertThat(mm(SQUARE, twoSlices, 0)).isCloseTo(36 * 0.5, within(1e-12));
        assertThat(mm(SQUARE, Mask.empty(GRID), 0)).isCloseTo(3 * 36 * 0.5, within(1e-12));
    }

    @Test
    void whatIsWithinTheToleranceIsNotDrawn() {
        Mask grown = ShapeMasks.box(GRID, 8, 22, 8, 22, 1, 4);
        assertThat(mm(SQUARE, grown, 0)).isCloseTo(3 * 36 * 0.5, within(1e-12));
        assertThat(mm(SQUARE, grown, 1)).isZero();
        assertThat(mm(SQUARE, grown, 0.99)).isCloseTo(3 * 36 * 0.5, within(1e-12));
    }

    @Test
    void anEmptyTruthHasNothingToDraw() {
        assertThat(mm(Mask.empty(GRID), SQUARE, 0)).isZero();
        assertThat(mm(Mask.empty(GRID), Mask.empty(GRID), 0)).isZero();
    }
}
