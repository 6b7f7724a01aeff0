package org.midline.core.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midline.core.Affine;
import org.midline.core.Grids;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

class ReorientationTest {

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.shuffle("LR", "PA", "SI")
                .flatMap(pairs -> Arbitraries.integers().between(0, 7).map(choice -> letters(pairs, choice)));
    }

    private static String letters(List<String> pairs, int choice) {
        var code = new StringBuilder();
        for (int axis = 0; axis < 3; axis++) {
            code.append(pairs.get(axis).charAt(choice >> axis & 1));
        }
        return code.toString();
    }

    @Property(tries = 200)
    void everyVoxelKeepsItsValueAndPlaceAndTheWayBackIsExact(@ForAll long seed, @ForAll("codes") String code) {
        var random = new Random(seed);
        VoxelGrid grid = Grids.random(random, 6);
        var numbers = new float[grid.voxelCount()];
        for (int n = 0; n < numbers.length; n++) {
            numbers[n] = n;
        }
        var volume = new Volume(grid, numbers);
        Mask mask = Grids.noise(random, grid, 0.5);

        Volume turned = Reorientation.reorient(volume, code);
        Mask turnedMask = Reorientation.reorient(mask, code);

        assertThat(Reorientation.code(turned.grid())).isEqualTo(code);
        assertThat(turned.grid()).isEqualTo(Reorientation.reorient(grid, code)).isEqualTo(turnedMask.grid());
        assertThat(turned.values()).containsExactlyInAnyOrder(numbers);
        for (int n = 0; n < numbers.length; n++) {
            int old = (int) turned.values()[n];
            assertThat(Grids.centreLps(turned.grid(), n)
                            .minus(Grids.centreLps(grid, old))
                            .length())
                    .isLessThan(1e-9);
            assertThat(turnedMask.inside()[n]).isEqualTo(mask.inside()[old]);
        }
        Volume back = Reorientation.reorient(turned, Reorientation.code(grid));
        assertThat(back.values()).isEqualTo(numbers);
        assertThat(back.grid().sameAs(grid, 1e-9)).isTrue();
    }

    @Test
    void theCodeNamesWhereTheAxesGo() {
        assertThat(Reorientation.code(VoxelGrid.axisAligned(2, 3, 4, 1, 1, 1))).isEqualTo("LPS");
        var sagittal = new VoxelGrid(
                2, 2, 2, new Affine(new Vec3(0, 1, 0), new Vec3(0, 0, -1), new Vec3(-1, 0, 0), new Vec3(0, 0, 0)));
        assertThat(Reorientation.code(sagittal)).isEqualTo("PIR");
    }

    @Test
    void anObliqueAxisNearTwoPatientAxesLeavesEachPatientAxisToOneAxis() {
        var oblique = new VoxelGrid(
                2, 2, 2, new Affine(new Vec3(1, 1.1, 0), new Vec3(-0.4, 0.9, 0), new Vec3(0, 0, 1), new Vec3(0, 0, 0)));

        assertThat(Reorientation.code(oblique)).isEqualTo("LPS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LP", "LPSI", "LRS", "XYZ", "lps", "LPL"})
    void aCodeThatDoesNotNameEachPatientAxisOnceIsRefused(String code) {
        VoxelGrid grid = VoxelGrid.axisAligned(2, 2, 2, 1, 1, 1);

        assertThatThrownBy(() -> Reorientation.reorient(grid, code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + code + "'");
    }
}
