package org.midline.delineation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.core.resample.Resampler;

class NativeGridTest {
    private static final Vec3 CENTRE = new Vec3(3, -20, 15);
    private static final BallModel BALL = new BallModel(CENTRE, 20, CENTRE.plus(new Vec3(4, -3, 6)));
    private static final double BALL_ML = 4.0 / 3 * Math.PI * 8;

    static VoxelGrid[] grids() {
        Vec3 row = new Vec3(0.2, 0.97, 0.1).unit();
        Vec3 column = row.cross(new Vec3(1, 0.1, 0)).unit();
        return new VoxelGrid[] {
            centred(256, 256, 30, new Vec3(0.9, 0, 0), new Vec3(0, 0.9, 0), new Vec3(0, 0, 5)),
            centred(240, 240, 155, new Vec3(-1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1)),
            centred(200, 220, 60, row, column, row.cross(column).times(-2.5)),
        };
    }

    private static VoxelGrid centred(int sizeI, int sizeJ, int sizeK, Vec3 i, Vec3 j, Vec3 k) {
        Vec3 half = i.times((sizeI - 1) / 2.0).plus(j.times((sizeJ - 1) / 2.0)).plus(k.times((sizeK - 1) / 2.0));
        return new VoxelGrid(sizeI, sizeJ, sizeK, new Affine(i, j, k, new Vec3(0, -10, 8).minus(half)));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void bringsABallBackWithItsVolumeAndPlace(VoxelGrid grid) {
        Mask mask = NativeGrid.above(BALL.ball(), 0.5f, grid);
        assertThat(mask.volumeMl()).isCloseTo(BALL_ML, within(0.02 * BALL_ML));
        for (int n = 0; n < grid.voxelCount(); n++) {
            double distanceMm = BALL.distanceMm(grid, n);
            if (Math.abs(distanceMm - 20) > 0.5) {
                assertThat(mask.inside()[n]).isEqualTo(distanceMm < 20);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void givesWhatTheWholeGridWouldGive(VoxelGrid grid) {
        Mask expected = Mask.above(Resampler.linear(BALL.ball(), grid, 0), 0.5f);
        assertThat(NativeGrid.above(BALL.ball(), 0.5f, grid).inside()).isEqualTo(expected.inside());
    }

    @Test
    void isEmptyOnAGridElsewhere() {
        var far = new VoxelGrid(10, 10, 10, Affine.translation(500, 0, 0));
        assertThat(NativeGrid.above(BALL.ball(), 0.5f, far).isEmpty()).isTrue();
    }

    @Test
    void isCutWhereTheGridEnds() {
        var half = new VoxelGrid(40, 80, 80, Affine.translation(3.5, -60, -25));
        assertThat(NativeGrid.above(BALL.ball(), 0.5f, half).volumeMl()).isCloseTo(BALL_ML / 2, within(0.02 * BALL_ML));
    }
}
