package org.midline.delineation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.delineation.PlausibilityRules;
import org.midline.delineation.Search;

/** A probability that falls from the centre by a straight line, so that a threshold is a radius. */
class ThresholdSweepTest {
    private static final double REACH_MM = 40;
    private static final VoxelGrid GRID =
            new VoxelGrid(48, 48, 48, Affine.scaling(2, 2, 2).withTranslation(new Vec3(-47, -47, -47)));

    private static Search cone() {
        var values = new float[GRID.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) Math.max(0, 1 - radiusMm(n) / REACH_MM);
        }
        return new Search.Searched(GRID, new Volume(GRID, values), new Vec3(0, 0, 0), List.of(), 0, 0);
    }

    private static double radiusMm(int n) {
        int j = n / 48 % 48;
        int k = n / (48 * 48);
        return GRID.patientLps(n % 48, j, k).length();
    }

    private static Mask ball(double radiusMm) {
        var inside = new boolean[GRID.voxelCount()];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = radiusMm(n) < radiusMm;
        }
        return new Mask(GRID, inside);
    }

    @Test
    void choosesTheThresholdThatIsTheRadiusOfTheTruth() {
        var sweep = new ThresholdSweep(PlausibilityRules.USUAL);
        sweep.add(cone(), ball(REACH_MM * (1 - 0.35)));
        ThresholdSweep.Row best = sweep.best();
        assertThat(best.threshold()).isEqualTo(0.35);
        assertThat(best.meanDsc()).isCloseTo(1, within(1e-3));
        assertThat(best.meanVolumeRatio()).isCloseTo(1, within(1e-3));
        assertThat(sweep.text()).containsPattern("0\\.35 .*<- chosen");
        assertThat(sweep.rows().stream().filter(row -> row.threshold() == 0.5).findFirst())
                .hasValueSatisfying(
                        row -> assertThat(row.meanVolumeRatio()).isCloseTo(Math.pow(0.5 / 0.65, 3), within(0.02)));
    }

    @Test
    void patientsAreBalanced() {
        var sweep = new ThresholdSweep(PlausibilityRules.USUAL);
        sweep.add(cone(), ball(REACH_MM * (1 - 0.3)));
        sweep.add(cone(), ball(REACH_MM * (1 - 0.4)));
        sweep.add(cone(), ball(REACH_MM * (1 - 0.5)));
        assertThat(sweep.best().threshold()).isEqualTo(0.4);
        assertThat(sweep.best().leastDsc()).isLessThan(sweep.best().meanDsc());
    }

    @Test
    void anImpossibleSearchCountsAsNought() {
        var sweep = new ThresholdSweep(PlausibilityRules.USUAL);
        sweep.add(new Search.Impossible("for the test"), ball(10));
        assertThat(sweep.best().meanDsc()).isZero();
        assertThat(sweep.best().threshold()).isEqualTo(0.5);
    }

    @Test
    void refusesToChooseWithoutATumour() {
        var sweep = new ThresholdSweep(PlausibilityRules.USUAL);
        assertThatThrownBy(() -> sweep.add(cone(), Mask.empty(GRID))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(sweep::best).isInstanceOf(InputRefusedException.class);
    }
}
