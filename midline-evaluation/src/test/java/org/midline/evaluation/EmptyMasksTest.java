package org.midline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

class EmptyMasksTest {

    private static final VoxelGrid GRID = VoxelGrid.axisAligned(8, 8, 8, 1, 1, 2);
    private static final Mask EMPTY = Mask.empty(GRID);
    private static final Mask FULL = ShapeMasks.box(GRID, 0, 8, 0, 8, 0, 8);
    private static final Measure BOTH = Measure.undefined("truth and proposal are both empty");
    private static final Measure NO_TRUTH = Measure.undefined("the truth is empty");
    private static final Measure NO_PROPOSAL = Measure.undefined("the proposal is empty");

    @Test
    void bothEmptyLeavesEverythingUndefinedButTheVolumes() {
        var overlap = Overlap.between(EMPTY, EMPTY);
        assertThat(overlap.dsc()).isEqualTo(BOTH);
        assertThat(overlap.jaccard()).isEqualTo(BOTH);
        assertThat(overlap.sensitivity()).isEqualTo(NO_TRUTH);
        assertThat(overlap.precision()).isEqualTo(NO_PROPOSAL);
        assertThat(overlap.volumeDifferenceMl()).isZero();
        assertThat(overlap.volumeDifferencePercent()).isEqualTo(NO_TRUTH);
        var surface = SurfaceDistance.between(EMPTY, EMPTY);
        assertThat(surface.hd95Mm()).isEqualTo(BOTH);
        assertThat(surface.nsd(1)).isEqualTo(BOTH);
    }

    @Test
    void emptyTruth() {
        var overlap = Overlap.between(EMPTY, FULL);
        assertThat(overlap.dsc()).isEqualTo(Measure.of(0));
        assertThat(overlap.sensitivity()).isEqualTo(NO_TRUTH);
        assertThat(overlap.precision()).isEqualTo(Measure.of(0));
        assertThat(overlap.volumeDifferenceMl()).isEqualTo(1.024);
        assertThat(overlap.volumeDifferencePercent()).isEqualTo(NO_TRUTH);
        var surface = SurfaceDistance.between(EMPTY, FULL);
        assertThat(surface.hdMm()).isEqualTo(NO_TRUTH);
        assertThat(surface.hd95Mm()).isEqualTo(NO_TRUTH);
        assertThat(surface.assdMm()).isEqualTo(NO_TRUTH);
        assertThat(surface.nsd(1)).isEqualTo(Measure.of(0));
    }

    @Test
    void emptyProposal() {
        var overlap = Overlap.between(FULL, EMPTY);
        assertThat(overlap.dsc()).isEqualTo(Measure.of(0));
        assertThat(overlap.sensitivity()).isEqualTo(Measure.of(0));
        assertThat(overlap.precision()).isEqualTo(NO_PROPOSAL);
        assertThat(overlap.volumeDifferencePercent()).isEqualTo(Measure.of(-100));
        assertThat(SurfaceDistance.between(FULL, EMPTY).hd95Mm()).isEqualTo(NO_PROPOSAL);
    }

    @Test
    void fullMasksHaveTheBorderOfTheImageAsSurface() {
        var surface = SurfaceDistance.between(FULL, FULL);
        assertThat(surface.hdMm()).isEqualTo(Measure.of(0));
        assertThat(surface.nsd(0)).isEqualTo(Measure.of(1));
    }

    @Test
    void differentSizesAreRefused() {
        var other = Mask.empty(VoxelGrid.axisAligned(8, 8, 9, 1, 1, 2));
        assertThatThrownBy(() -> Overlap.dsc(EMPTY, other))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("8 x 8 x 8 voxels")
                .hasMessageContaining("8 x 8 x 9 voxels")
                .hasMessageContaining("resample");
    }

    @Test
    void sameSizeElsewhereInThePatientIsRefused() {
        var moved = Mask.empty(GRID.window(1, 0, 0, 8, 8, 8));
        assertThatThrownBy(() -> SurfaceDistance.hd95Mm(EMPTY, moved))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("LPS (1.00, 0.00, 0.00)");
    }
}
