package org.midline.delineation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

class PlausiblePartsTest {
    private static final VoxelGrid GRID = VoxelGrid.axisAligned(30, 30, 30, 2, 2, 2);
    private static final PlausibilityRules RULES = new PlausibilityRules(40, 0.3, 0.1, 150, true);

    private final float[] values = new float[GRID.voxelCount()];

    private void box(int from, int to, float value) {
        for (int k = from; k < to; k++) {
            for (int j = from; j < to; j++) {
                for (int i = from; i < to; i++) {
                    values[GRID.index(i, j, k)] = value;
                }
            }
        }
    }

    private PlausibleParts parts() {
        return PlausibleParts.of(new Volume(GRID, values), 0.5f, RULES);
    }

    @Test
    void dropsPartsBelowTheShareOfTheLargest() {
        box(2, 12, 0.9f);
        box(14, 18, 0.9f);
        box(20, 25, 0.9f);
        var parts = parts();
        assertThat(parts.kept()).isEqualTo(2);
        assertThat(parts.dropped()).isEqualTo(1);
        assertThat(parts.volumeMl()).isEqualTo((1000 + 125) * 0.008);
        assertThat(parts.probability().at(15, 15, 15)).isZero();
        assertThat(parts.probability().at(22, 22, 22)).isEqualTo(0.9f);
        assertThat(parts.probability().at(5, 5, 5)).isEqualTo(0.9f);
    }

    @Test
    void keepsThePartThatHasExactlyTheShare() {
        box(0, 10, 0.9f);
        for (int n = 0; n < 100; n++) {
            values[GRID.index(12 + n % 10, 12 + n / 10, 20)] = 0.9f;
        }
        assertThat(parts().kept()).isEqualTo(2);
    }

    @Test
    void fillsEnclosedHolesAndNoOthers() {
        box(2, 12, 0.9f);
        box(5, 8, 0.1f);
        values[GRID.index(20, 20, 20)] = 0.1f;
        var parts = parts();
        assertThat(parts.volumeMl()).isEqualTo(1000 * 0.008);
        assertThat(parts.probability().at(6, 6, 6)).isEqualTo(1);
        assertThat(parts.probability().at(20, 20, 20)).isEqualTo(0.1f);
    }

    @Test
    void keepsNothingOfNothing() {
        box(0, 30, 0.5f);
        var parts = parts();
        assertThat(parts.kept()).isZero();
        assertThat(parts.volumeMl()).isZero();
        assertThat(parts.touchBorder()).isFalse();
    }

    @Test
    void tellsWhetherTheBorderIsReached() {
        box(1, 29, 0.9f);
        assertThat(parts().touchBorder()).isFalse();
        values[GRID.index(29, 15, 15)] = 0.9f;
        assertThat(parts().touchBorder()).isTrue();
    }
}
