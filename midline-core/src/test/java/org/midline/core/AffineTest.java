package org.midline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AffineTest {
    private static final Affine SHEARED =
            Affine.ofRows(new double[][] {{2, 1, 0, 10}, {0, 3, -1, 20}, {0.5, 0, 4, 30}, {0, 0, 0, 1}});

    @Test
    void rowsAreThoseOfTheMatrixAppliedToAColumnVector() {
        assertThat(SHEARED.apply(1, 2, 3)).isEqualTo(new Vec3(14, 23, 42.5));
        assertThat(SHEARED.applyToDirection(new Vec3(1, 2, 3))).isEqualTo(new Vec3(4, 3, 12.5));
        assertThat(SHEARED.column(1)).isEqualTo(new Vec3(1, 3, 0));
        assertThat(SHEARED.determinant()).isEqualTo(2 * 12 - 1 * 0.5);
    }

    @Property(tries = 200)
    void theInverseTakesEveryPointBack(@ForAll long seed) {
        var random = new Random(seed);
        Affine map = Grids.random(random, 1).voxelToPatientLps();
        var point = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());

        assertThat(map.inverse().apply(map.apply(point)).minus(point).length()).isLessThan(1e-10);
        assertThat(map.after(map.inverse()).apply(point).minus(point).length()).isLessThan(1e-10);
        assertThat(map.inverse().determinant() * map.determinant()).isCloseTo(1, within(1e-10));
    }

    @Property(tries = 100)
    void afterAppliesTheInnerMapFirst(@ForAll long seed) {
        var random = new Random(seed);
        Affine outer = Grids.random(random, 1).voxelToPatientLps();
        var point = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());

        Vec3 composed = outer.after(SHEARED).apply(point);

        assertThat(composed.minus(outer.apply(SHEARED.apply(point))).length()).isLessThan(1e-9);
    }

    @Test
    void aMapOntoAPlaneHasNoInverse() {
        assertThatThrownBy(() -> Affine.scaling(1, 0, 1).inverse()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Affine.ofRows(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SHEARED.column(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
