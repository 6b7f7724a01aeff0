package org.midline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.midline.core.Sequence;
import org.midline.core.VoxelGrid;
import org.midline.evaluation.BlandAltman.Pair;

class BlandAltmanTest {
    private static final VoxelGrid GRID = VoxelGrid.axisAligned(10, 10, 10, 10, 10, 10);

    /** Peak expiratory flow of 17 people by two meters, l/min: the example of the paper. */
    private static final int[] LARGE_METER = {
        494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427
    };

    private static final int[] MINI_METER = {
        512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451
    };

    @Test
    void theExampleOfThePaper() {
        List<Pair> pairs = new ArrayList<>();
        for (int n = 0; n < LARGE_METER.length; n++) {
            pairs.add(new Pair(MINI_METER[n], LARGE_METER[n]));
        }
        BlandAltman agreement = BlandAltman.of(pairs);
        assertThat(agreement.bias()).isCloseTo(-2.1, within(0.05));
        assertThat(agreement.sd()).isCloseTo(38.8, within(0.05));
        assertThat(agreement.biasStandardError()).isCloseTo(9.4, within(0.05));
        assertThat(agreement.limitStandardError()).isCloseTo(16.3, within(0.05));
    }

    @Test
    void byHand() {
        // differences 1, -1, 3, 1: mean 1, squares about it 0 + 4 + 4 + 0 = 8, SD sqrt(8 / 3)
        BlandAltman agreement =
                BlandAltman.of(List.of(new Pair(10, 11), new Pair(20, 19), new Pair(30, 33), new Pair(40, 41)));
        double sd = Math.sqrt(8 / 3.0);
        assertThat(agreement.bias()).isCloseTo(1, within(1e-12));
        assertThat(agreement.sd()).isCloseTo(sd, within(1e-12));
        assertThat(agreement.lowerLimit()).isCloseTo(1 - 1.96 * sd, within(1e-12));
        assertThat(agreement.upperLimit()).isCloseTo(1 + 1.96 * sd, within(1e-12));
        assertThat(agreement.biasStandardError()).isCloseTo(sd / 2, within(1e-12));
        assertThat(agreement.limitStandardError()).isCloseTo(Math.sqrt(3 * sd * sd / 4), within(1e-12));
    }

    @Test
    void onePairHasNoAgreement() {
        assertThatThrownBy(() -> BlandAltman.of(List.of(new Pair(1, 2)))).hasMessageContaining("at least two");
    }

    @Test
    void nothingFoundIsAVolumeAndARefusalIsNone() {
        var truth = ShapeMasks.box(GRID, 0, 4, 0, 5, 0, 5);
        var empty = ShapeMasks.box(GRID, 0, 0, 0, 0, 0, 0);
        List<Pair> pairs = BlandAltman.volumes(List.of(
                CaseEvaluation.of("A", Sequence.T2, truth, empty),
                CaseEvaluation.refused("B", Sequence.T2, "no head")));
        assertThat(pairs).containsExactly(new Pair(100, 0));
        assertThat(pairs.get(0).mean()).isEqualTo(50);
        assertThat(pairs.get(0).difference()).isEqualTo(-100);
    }
}
