package org.midline.core.morphology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.midline.core.Grids;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

class MorphologyTest {

    @Property(tries = 200)
    void dilationAndErosionFollowTheirDefinitions(@ForAll long seed) {
        var random = new Random(seed);
        VoxelGrid grid = Grids.random(random, 7);
        Mask mask = Grids.noise(random, grid, random.nextDouble());
        double mm = 6 * random.nextDouble();

        Mask dilated = Morphology.dilate(mask, mm);
        Mask eroded = Morphology.erode(mask, mm);

        for (int n = 0; n < grid.voxelCount(); n++) {
            assertThat(dilated.inside()[n]).isEqualTo(anyWithin(mask, n, mm, true));
            assertThat(eroded.inside()[n]).isEqualTo(mask.inside()[n] && !anyWithin(mask, n, mm, false));
        }
    }

    /** Whether a voxel that is {@code inside}, or outside with all beyond the grid, is within the radius. */
    private static boolean anyWithin(Mask mask, int n, double mm, boolean inside) {
        VoxelGrid grid = mask.grid();
        Vec3 centre = Grids.centreLps(grid, n);
        int reach = inside ? 0 : 1;
        for (int k = -reach; k < grid.sizeK() + reach; k++) {
            for (int j = -reach; j < grid.sizeJ() + reach; j++) {
                for (int i = -reach; i < grid.sizeI() + reach; i++) {
                    boolean isInside = grid.contains(i, j, k) && mask.at(i, j, k);
                    if (isInside == inside
                            && grid.patientLps(i, j, k).minus(centre).length() <= mm) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Property(tries = 200)
    void closingOnlyAddsAndOpeningOnlyRemoves(@ForAll long seed) {
        var random = new Random(seed);
        Mask mask = Grids.noise(random, Grids.random(random, 10), random.nextDouble());
        double mm = 8 * random.nextDouble();

        Mask closed = Morphology.close(mask, mm);
        Mask opened = Morphology.open(mask, mm);

        for (int n = 0; n < mask.inside().length; n++) {
            assertThat(closed.inside()[n] || !mask.inside()[n]).isTrue();
            assertThat(mask.inside()[n] || !opened.inside()[n]).isTrue();
        }
    }

    @Test
    void aDilatedBallHasTheVolumeOfTheLargerBall() {
        VoxelGrid grid = VoxelGrid.axisAligned(90, 80, 60, 0.4, 0.5, 0.7);
        Vec3 centre = grid.centreLps();
        Mask ball = Grids.ball(grid, centre, 11);

        double expectedMl = 4.0 / 3 * Math.PI * Math.pow(16, 3) / 1000;
        assertThat(Morphology.dilate(ball, 5).volumeMl()).isCloseTo(expectedMl, within(0.03 * expectedMl));
        double shrunkMl = 4.0 / 3 * Math.PI * Math.pow(7, 3) / 1000;
        assertThat(Morphology.erode(ball, 4).volumeMl()).isCloseTo(shrunkMl, within(0.05 * shrunkMl));
    }

    @Test
    void aRadiusOfWholeVoxelsReachesThemWhateverTheRounding() {
        VoxelGrid grid = VoxelGrid.axisAligned(9, 1, 1, 1.1, 1, 1);
        Mask mask = Grids.where(grid, (i, j, k) -> i == 4);

        assertThat(Morphology.dilate(mask, 3.3).voxelCount()).isEqualTo(7);
        assertThat(Morphology.dilate(mask, 3.29).voxelCount()).isEqualTo(5);
        assertThat(Morphology.dilate(mask, 0).voxelCount()).isEqualTo(1);
        assertThat(Morphology.dilate(mask, 1e9).voxelCount()).isEqualTo(9);
    }

    @Test
    void closingFillsASlotNarrowerThanTwiceTheRadius() {
        VoxelGrid grid = VoxelGrid.axisAligned(9, 7, 7, 1, 1, 1);
        Mask slot = Grids.where(grid, (i, j, k) -> i != 4 || j < 1 || j > 5 || k < 1 || k > 5);

        assertThat(Morphology.close(slot, 1).voxelCount()).isEqualTo(grid.voxelCount());
        assertThat(Morphology.close(slot, 0.9).inside()).isEqualTo(slot.inside());
    }

    @Test
    void openingRemovesAThinBridgeAndKeepsTheBody() {
        Mask bridge = Grids.slice("###....###", "##########", "###....###");
        Mask thick = Grids.where(
                VoxelGrid.axisAligned(10, 3, 3, 1, 1, 1), (i, j, k) -> bridge.at(i, j, 0) && (j == 1 || k == 1));

        Mask opened = Morphology.open(thick, 1);

        assertThat(opened.at(5, 1, 1)).isFalse();
        assertThat(opened.at(1, 1, 1)).isTrue();
        assertThat(opened.at(8, 0, 1)).isTrue();
    }

    @Test
    void aCavityIsAHoleInSpaceButATunnelOnlyInItsSlices() {
        VoxelGrid grid = VoxelGrid.axisAligned(5, 5, 5, 1, 1, 1);
        Mask cavity = Grids.where(grid, (i, j, k) -> i != 2 || j != 2 || k != 2);
        Mask tunnel = Grids.where(grid, (i, j, k) -> i != 2 || j != 2);

        assertThat(Morphology.fillHoles(cavity).voxelCount()).isEqualTo(125);
        assertThat(Morphology.fillHoles(tunnel).inside()).isEqualTo(tunnel.inside());
        assertThat(Morphology.fillHolesPerSlice(tunnel, 2).voxelCount()).isEqualTo(125);
        assertThat(Morphology.fillHolesPerSlice(tunnel, 0).inside()).isEqualTo(tunnel.inside());
        assertThat(Morphology.fillHolesPerSlice(cavity, 0).voxelCount()).isEqualTo(125);
        assertThat(Morphology.fillHolesPerSlice(cavity, 1).voxelCount()).isEqualTo(125);
    }

    @Test
    void outsideThatTouchesOnlyAtACornerIsStillAHole() {
        Mask mask = Grids.slice("####.", "#.#..", "##...");

        Mask withGap = Morphology.fillHolesPerSlice(Grids.slice("####.", "#.##.", "##..."), 2);

        assertThat(Morphology.fillHolesPerSlice(mask, 2).at(1, 1, 0)).isTrue();
        assertThat(withGap.at(1, 1, 0)).isTrue();
        assertThat(withGap.at(2, 2, 0)).isFalse();
    }

    @Test
    void emptyMasksStayEmptyAndImpossibleRadiiAreRefused() {
        Mask empty = Grids.slice("...", "...");

        assertThat(Morphology.dilate(empty, 3).isEmpty()).isTrue();
        assertThat(Morphology.close(empty, 3).isEmpty()).isTrue();
        assertThat(Morphology.fillHoles(empty).isEmpty()).isTrue();
        assertThatThrownBy(() -> Morphology.dilate(empty, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Morphology.erode(empty, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
