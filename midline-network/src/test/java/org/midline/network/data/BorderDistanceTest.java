package org.midline.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.midline.network.image.WorkingGrid;

class BorderDistanceTest {
    private static final WorkingGrid GRID = Task.SEGMENTER.workingGrid();

    @Test
    void ofAHalfSpaceIsTheDistanceFromThePlane() {
        var truth = new float[GRID.voxelCount()];
        for (int n = 0; n < truth.length; n++) {
            truth[n] = n % GRID.sizeI() < 20 ? 1 : 0;
        }
        float[] distance = BorderDistance.of(truth, GRID);
        for (int i = 0; i < GRID.sizeI(); i++) {
            double expected = (i - 19.5) * 2;
            assertThat((double) distance[i + GRID.sizeI() * 777]).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void nothingIsFarAwayAndEachStructureIsSeenAlone() {
        var truth = new float[2 * GRID.voxelCount()];
        truth[GRID.voxelCount()] = 1;
        float[] distance = BorderDistance.of(truth, GRID);
        assertThat(distance[0]).isEqualTo(100);
        assertThat(distance[GRID.voxelCount()]).isEqualTo(-1);
        assertThat(distance[GRID.voxelCount() + 1]).isEqualTo(1);
    }
}
