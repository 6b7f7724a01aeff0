package org.midline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VoxelGridTest {

    @Property(tries = 200)
    void indicesAndPatientPointsAreEachOthersInverse(@ForAll long seed) {
        var random = new Random(seed);
        VoxelGrid grid = Grids.random(random, 40);
        var ijk = new Vec3(random.nextDouble() * 40, random.nextDouble() * 40, random.nextDouble() * 40);

        Vec3 back = grid.voxelIjk(grid.patientLps(ijk.x(), ijk.y(), ijk.z()));

        assertThat(back.minus(ijk).length()).isLessThan(1e-9);
    }

    @Property(tries = 200)
    void flatIndicesRunIFastestAndCoverTheGrid(@ForAll long seed) {
        VoxelGrid grid = Grids.random(new Random(seed), 6);
        int expected = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++) {
                    assertThat(grid.index(i, j, k)).isEqualTo(expected++);
                }
            }
        }
        assertThat(expected).isEqualTo(grid.voxelCount());
    }

    @Property(tries = 200)
    void aWindowKeepsEveryVoxelInItsPlace(@ForAll long seed) {
        VoxelGrid grid = Grids.random(new Random(seed), 9);
        VoxelGrid window = grid.window(-3, 2, 5, 4, 1, 2);

        assertThat(window.patientLps(3, 0, 1).minus(grid.patientLps(0, 2, 6)).length())
                .isLessThan(1e-9);
        assertThat(window.spacingMm(2)).isEqualTo(grid.spacingMm(2));
    }

    @Test
    void spacingAndVolumeAreThoseOfTheColumnsEvenWhenSheared() {
        var grid = new VoxelGrid(
                4, 5, 6, new Affine(new Vec3(3, 0, 0), new Vec3(3, 4, 0), new Vec3(0, 0, -2), new Vec3(1, 1, 1)));

        assertThat(grid.spacingMm(0)).isEqualTo(3);
        assertThat(grid.spacingMm(1)).isEqualTo(5);
        assertThat(grid.spacingMm(2)).isEqualTo(2);
        assertThat(grid.voxelVolumeMm3()).isCloseTo(24, within(1e-12));
        assertThat(grid.centreLps()).isEqualTo(new Vec3(1 + 4.5 + 6, 1 + 8, 1 - 5));
    }

    @Test
    void gridsAreTheSameWithinATolerance() {
        VoxelGrid grid = VoxelGrid.axisAligned(101, 50, 20, 1, 1, 3);
        VoxelGrid stretched = VoxelGrid.axisAligned(101, 50, 20, 1.0005, 1, 3);

        assertThat(grid.sameAs(stretched, 0.051)).isTrue();
        assertThat(grid.sameAs(stretched, 0.049)).isFalse();
        assertThat(grid.sameAs(VoxelGrid.axisAligned(101, 50, 21, 1, 1, 3), 1e9))
                .isFalse();
    }

    @Test
    void gridsThatHoldNothingOrTooMuchAreRefused() {
        assertThatThrownBy(() -> VoxelGrid.axisAligned(0, 1, 1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 x 1 x 1");
        assertThatThrownBy(() -> VoxelGrid.axisAligned(2048, 2048, 512, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more voxels than an array can hold");
        assertThatThrownBy(() -> VoxelGrid.axisAligned(2, 2, 2, 1, Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no volume");
    }
}
