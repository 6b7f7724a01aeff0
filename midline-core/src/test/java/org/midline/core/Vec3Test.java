package org.midline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class Vec3Test {
    private static final Vec3 A = new Vec3(1, 2, 3);
    private static final Vec3 B = new Vec3(-4, 0.5, 2);

    @Test
    void theCrossProductIsRightHandedAndOrthogonalToBoth() {
        assertThat(new Vec3(1, 0, 0).cross(new Vec3(0, 1, 0))).isEqualTo(new Vec3(0, 0, 1));
        assertThat(A.cross(B).dot(A)).isZero();
        assertThat(A.cross(B).dot(B)).isZero();
        assertThat(A.cross(B)).isEqualTo(B.cross(A).times(-1));
    }

    @Test
    void sumsDifferencesAndLengths() {
        assertThat(A.plus(B).minus(B)).isEqualTo(A);
        assertThat(A.dot(B)).isEqualTo(3);
        assertThat(new Vec3(2, 3, 6).length()).isEqualTo(7);
        assertThat(B.unit().length()).isCloseTo(1, within(1e-15));
        assertThat(A.component(0) + 10 * A.component(1) + 100 * A.component(2)).isEqualTo(321);
    }

    @Test
    void nothingHasNoDirection() {
        assertThatThrownBy(() -> new Vec3(0, 0, 0).unit()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Vec3(Double.NaN, 0, 0).unit()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> A.component(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
