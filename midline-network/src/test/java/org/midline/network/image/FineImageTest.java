package org.midline.network.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

class FineImageTest {
    private static final VoxelGrid OBLIQUE = new VoxelGrid(
            60,
            50,
            40,
            new Affine(
                    new Vec3(0.9, 0.1, 0), new Vec3(-0.1, 0.9, 0.1), new Vec3(0, -0.2, 1.4), new Vec3(-25, -22, -28)));

    @Test
    void aLinearImageKeepsItsValuesAtTheWorkingVoxels() {
        var values = new float[OBLIQUE.voxelCount()];
        for (int k = 0, n = 0; k < OBLIQUE.sizeK(); k++) {
            for (int j = 0; j < OBLIQUE.sizeJ(); j++) {
                for (int i = 0; i < OBLIQUE.sizeI(); i++) {
                    values[n++] = (float) linear(OBLIQUE.patientLps(i, j, k));
                }
            }
        }
        VoxelGrid working = new WorkingGrid(2, 10, 8, 6).around(new Vec3(1.3, 2.1, -0.7));
        Volume fine = FineImage.of(new Volume(OBLIQUE, values), working);
        Volume seen = FineImage.everySecond(fine, working);

        assertThat(fine.grid().sizeI()).isEqualTo(20);
        for (int k = 0; k < 6; k++) {
            for (int j = 0; j < 8; j++) {
                for (int i = 0; i < 10; i++) {
                    assertThat(seen.at(i, j, k)).isCloseTo((float) linear(working.patientLps(i, j, k)), within(1e-3f));
                    assertThat(fine.at(2 * i + 1, 2 * j, 2 * k))
                            .isCloseTo((float) linear(working.patientLps(i + 0.5, j, k)), within(1e-3f));
                }
            }
        }
    }

    @Test
    void beyondTheImageLiesItsLeastValue() {
        var grid = VoxelGrid.axisAligned(8, 8, 8, 1, 1, 1);
        var values = new float[512];
        java.util.Arrays.fill(values, 5);
        values[0] = -3;
        VoxelGrid far = new WorkingGrid(2, 4, 4, 4).around(new Vec3(100, 0, 0));

        assertThat(FineImage.of(new Volume(grid, values), far).values()).containsOnly(-3);
    }

    @Test
    void aMaskKeepsItsVolume() {
        var grid = VoxelGrid.axisAligned(40, 40, 40, 1, 1, 1);
        var inside = new boolean[grid.voxelCount()];
        for (int k = 0, n = 0; k < 40; k++) {
            for (int j = 0; j < 40; j++) {
                for (int i = 0; i < 40; i++) {
                    inside[n++] = Math.hypot(Math.hypot(i - 20, j - 19), k - 18.5) < 9;
                }
            }
        }
        var mask = new Mask(grid, inside);
        VoxelGrid working = new WorkingGrid(2, 16, 16, 16).around(new Vec3(20.3, 19.2, 18.9));
        double sum = 0;
        for (float part :
                FineImage.everySecond(FineImage.of(mask, working), working).values()) {
            sum += part;
        }
        assertThat(sum * 8 / 1000).isCloseTo(mask.volumeMl(), within(0.01 * mask.volumeMl()));
    }

    private static double linear(Vec3 p) {
        return 100 + 0.7 * p.x() - 1.1 * p.y() + 0.4 * p.z();
    }
}
