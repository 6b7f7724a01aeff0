package org.midline.core.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Grids;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

class ResamplerTest {

    private static Volume randomVolume(Random random, VoxelGrid grid) {
        var values = new float[grid.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(8) - 4));
        }
        return new Volume(grid, values);
    }

    @Property(tries = 200)
    void identityIsExactForEveryMethod(@ForAll long seed) {
        var random = new Random(seed);
        VoxelGrid grid = Grids.random(random, 9);
        Volume volume = randomVolume(random, grid);
        volume.values()[0] = Float.NaN;
        Mask mask = Grids.noise(random, grid, 0.5);

        assertThat(Resampler.linear(volume, grid, 7).values()).isEqualTo(volume.values());
        assertThat(Resampler.nearest(volume, grid, 7).values()).isEqualTo(volume.values());
        assertThat(Resampler.antialiased(volume, grid, 7).values()).isEqualTo(volume.values());
        assertThat(Resampler.nearest(mask, grid).inside()).isEqualTo(mask.inside());
    }

    @Property(tries = 200)
    void linearFunctionsAreReproducedBetweenObliqueGrids(@ForAll long seed) {
        var random = new Random(seed);
        VoxelGrid from = Grids.random(random, 12);
        VoxelGrid to = at(Grids.random(random, 12), from.centreLps());
        var slope = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        var values = new float[from.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) slope.dot(Grids.centreLps(from, n));
        }

        Volume result = Resampler.linear(new Volume(from, values), to, Float.NaN);

        for (int k = 0; k < to.sizeK(); k++) {
            for (int j = 0; j < to.sizeJ(); j++) {
                for (int i = 0; i < to.sizeI(); i++) {
                    Vec3 lps = to.patientLps(i, j, k);
                    Vec3 ijk = from.voxelIjk(lps);
                    double beyond = voxelsBeyondCentres(from, ijk);
                    if (beyond <= 0) {
                        assertThat((double) result.at(i, j, k)).isCloseTo(slope.dot(lps), within(1e-4));
                    } else if (beyond > 0.5001) {
                        assertThat(result.at(i, j, k)).isNaN();
                    } else if (beyond < 0.4999) {
                        Vec3 edge = from.patientLps(
                                clamp(ijk.x(), from.sizeI()),
                                clamp(ijk.y(), from.sizeJ()),
                                clamp(ijk.z(), from.sizeK()));
                        assertThat((double) result.at(i, j, k)).isCloseTo(slope.dot(edge), within(1e-4));
                    }
                }
            }
        }
    }

    private static double clamp(double index, int size) {
        return Math.min(Math.max(index, 0), size - 1);
    }

    private static double voxelsBeyondCentres(VoxelGrid grid, Vec3 ijk) {
        double beyond = Double.NEGATIVE_INFINITY;
        for (int axis = 0; axis < 3; axis++) {
            beyond = Math.max(beyond, Math.max(-ijk.component(axis), ijk.component(axis) - (grid.size(axis) - 1)));
        }
        return beyond;
    }

    private static VoxelGrid at(VoxelGrid grid, Vec3 centreLps) {
        Affine map = grid.voxelToPatientLps();
        Vec3 shift = centreLps.minus(grid.centreLps());
        return new VoxelGrid(
                grid.sizeI(),
                grid.sizeJ(),
                grid.sizeK(),
                map.withTranslation(map.translation().plus(shift)));
    }

    @Property(tries = 200)
    void nearestTakesTheVoxelWithTheNearestIndices(@ForAll long seed) {
        var random = new Random(seed);
        VoxelGrid from = Grids.random(random, 9);
        VoxelGrid to = at(Grids.random(random, 9), from.centreLps());
        Volume volume = randomVolume(random, from);
        Mask mask = Mask.above(volume, 0);

        Volume result = Resampler.nearest(volume, to, Float.NaN);
        Mask maskResult = Resampler.nearest(mask, to);

        for (int k = 0; k < to.sizeK(); k++) {
            for (int j = 0; j < to.sizeJ(); j++) {
                for (int i = 0; i < to.sizeI(); i++) {
                    Vec3 ijk = from.voxelIjk(to.patientLps(i, j, k));
                    int x = nearestIndex(ijk.x());
                    int y = nearestIndex(ijk.y());
                    int z = nearestIndex(ijk.z());
                    float expected = from.contains(x, y, z) ? volume.at(x, y, z) : Float.NaN;
                    assertThat(result.at(i, j, k)).isEqualTo(Float.valueOf(expected));
                    assertThat(maskResult.at(i, j, k)).isEqualTo(expected > 0);
                }
            }
        }
    }

    private static int nearestIndex(double position) {
        return (int) Math.floor(position + 0.5 + 1e-6);
    }

    @Test
    void aWindowIsCutOutAndPastedBackExactly() {
        VoxelGrid whole = Grids.random(new Random(5), 30);
        Volume volume = randomVolume(new Random(6), whole);
        VoxelGrid part = whole.window(-2, 1, 0, whole.sizeI(), 3, 2);

        Volume cut = Resampler.linear(volume, part, -1);
        Volume back = Resampler.linear(cut, whole, -1);

        for (int k = 0; k < whole.sizeK(); k++) {
            for (int j = 0; j < whole.sizeJ(); j++) {
                for (int i = 0; i < whole.sizeI(); i++) {
                    boolean within = i < whole.sizeI() - 2 && j >= 1 && j < 4 && k < 2;
                    assertThat(back.at(i, j, k)).isEqualTo(within ? volume.at(i, j, k) : -1);
                }
            }
        }
        assertThat(cut.at(0, 0, 0)).isEqualTo(-1);
    }

    @Test
    void tiesBetweenTwoVoxelsGoToTheHigherIndexEverywhere() {
        var source = new Volume(VoxelGrid.axisAligned(6, 1, 1, 0.7, 1, 1), new float[] {0, 1, 2, 3, 4, 5});
        var halves = new VoxelGrid(
                3, 1, 1, new Affine(new Vec3(1.4, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1), new Vec3(0.35, 0, 0)));

        assertThat(Resampler.nearest(source, halves, -1).values()).containsExactly(1, 3, 5);
    }

    @Property(tries = 200)
    void aPartOfTheTargetIsAntialiasedAsTheWholeIs(@ForAll long seed) {
        var random = new Random(seed);
        VoxelGrid from = Grids.random(random, 20);
        Volume volume = randomVolume(random, from);
        VoxelGrid whole = at(Grids.random(random, 20), from.centreLps());
        VoxelGrid part =
                whole.window(random.nextInt(25) - 10, random.nextInt(25) - 10, random.nextInt(25) - 10, 4, 3, 5);

        Volume cut = Resampler.linear(Resampler.antialiased(volume, whole, -7), part, Float.NaN);
        Volume direct = Resampler.antialiased(volume, part, -7);

        for (int n = 0; n < cut.values().length; n++) {
            float expected = cut.values()[n];
            if (!Float.isNaN(expected)) {
                assertThat(direct.values()[n]).isCloseTo(expected, within(1e-4f + 1e-4f * Math.abs(expected)));
            }
        }
    }

    @Test
    void antialiasingAveragesAwayWhatTheCoarseGridCannotShow() {
        VoxelGrid fine = VoxelGrid.axisAligned(64, 8, 8, 1, 1, 1);
        var stripes = new float[fine.voxelCount()];
        for (int n = 0; n < stripes.length; n++) {
            stripes[n] = n % 2 == 0 ? 100 : 0;
        }
        var volume = new Volume(fine, stripes);
        VoxelGrid coarse = VoxelGrid.axisAligned(16, 8, 8, 4, 1, 1);

        assertThat(Resampler.linear(volume, coarse, 0).values()).containsOnly(100);
        Volume smooth = Resampler.antialiased(volume, coarse, 0);
        for (int i = 2; i < 14; i++) {
            assertThat(smooth.at(i, 4, 4)).isCloseTo(50, within(1f));
        }
    }

    @Test
    void antialiasingKeepsAConstantAndLeavesFinerAxesAlone() {
        VoxelGrid fine = VoxelGrid.axisAligned(9, 9, 9, 1, 1, 1);
        var alongJ = new float[fine.voxelCount()];
        for (int n = 0; n < alongJ.length; n++) {
            alongJ[n] = (n / 9 % 9) % 2;
        }
        VoxelGrid coarse = VoxelGrid.axisAligned(3, 9, 2, 3, 1, 4);

        Volume result = Resampler.antialiased(new Volume(fine, alongJ), coarse, 0);

        for (int j = 0; j < 9; j++) {
            assertThat(result.at(1, j, 1)).isEqualTo(j % 2);
        }
    }
}
