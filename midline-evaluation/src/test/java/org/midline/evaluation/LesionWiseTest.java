package org.midline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

class LesionWiseTest {
    private static final VoxelGrid GRID = VoxelGrid.axisAligned(60, 30, 30, 1, 1, 1);
    private static final Mask LARGE = ShapeMasks.box(GRID, 5, 15, 10, 20, 10, 20);
    private static final Mask SMALL = ShapeMasks.box(GRID, 40, 44, 10, 14, 10, 14);

    @Test
    void everyLesionCountsTheSame() {
        LesionWise scores = LesionWise.of(ShapeMasks.union(LARGE, SMALL), LARGE);
        assertThat(scores).isEqualTo(new LesionWise(0.5, 374.0 / 2, 2, 1, 0));
    }

    @Test
    void aPartWhereThereIsNothingCountsAsMuch() {
        LesionWise scores = LesionWise.of(LARGE, ShapeMasks.union(LARGE, ShapeMasks.voxel(GRID, 50, 25, 25)));
        assertThat(scores).isEqualTo(new LesionWise(0.5, 374.0 / 2, 1, 0, 1));
    }

    @Test
    void aPartNearALesionIsPartOfItsMatch() {
        Mask near = ShapeMasks.box(GRID, 17, 19, 10, 20, 10, 20);
        LesionWise scores = LesionWise.of(LARGE, ShapeMasks.union(LARGE, near));
        assertThat(scores.falsePositives()).isZero();
        assertThat(scores.dsc()).isCloseTo(2 * 1000.0 / (1000 + 1200), within(1e-12));

        Mask far = ShapeMasks.box(GRID, 18, 20, 10, 20, 10, 20);
        assertThat(LesionWise.of(LARGE, ShapeMasks.union(LARGE, far)).falsePositives())
                .isEqualTo(1);
    }

    @Test
    void lesionsThatDilationJoinsAreOne() {
        Mask neighbour = ShapeMasks.box(GRID, 21, 26, 10, 20, 10, 20);
        assertThat(LesionWise.of(ShapeMasks.union(LARGE, neighbour), LARGE).lesions())
                .isEqualTo(1);
        Mask further = ShapeMasks.box(GRID, 22, 27, 10, 20, 10, 20);
        assertThat(LesionWise.of(ShapeMasks.union(LARGE, further), LARGE).lesions())
                .isEqualTo(2);
    }

    @Test
    void lesionsOfFiftyCubicMillimetresDoNotCount() {
        Mask tiny = ShapeMasks.box(GRID, 40, 45, 10, 15, 10, 12);
        assertThat(tiny.voxelCount()).isEqualTo(50);
        assertThat(LesionWise.of(ShapeMasks.union(LARGE, tiny), ShapeMasks.union(LARGE, tiny)))
                .isEqualTo(new LesionWise(1, 0, 1, 0, 0));
    }

    @Test
    void emptyMasks() {
        Mask empty = Mask.empty(GRID);
        assertThat(LesionWise.of(empty, empty)).isEqualTo(new LesionWise(1, 0, 0, 0, 0));
        assertThat(LesionWise.of(LARGE, empty)).isEqualTo(new LesionWise(0, 374, 1, 1, 0));
        assertThat(LesionWise.of(empty, LARGE)).isEqualTo(new LesionWise(0, 374, 0, 0, 1));
    }

    @Test
    void lesionsAtTheBorder() {
        Mask corner = ShapeMasks.box(GRID, 0, 8, 0, 8, 0, 8);
        assertThat(LesionWise.of(corner, corner)).isEqualTo(new LesionWise(1, 0, 1, 0, 0));
    }
}
