package org.midline.network.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.midline.network.engine.Tensors;
import org.midline.network.layer.GradientCheck;

class LossTest {
    private static final long[] SHAPE = {2, 3, 4, 4, 2};

    static Stream<SegmentationLoss> losses() {
        return Stream.of(
                new SoftDice(1),
                new SoftDice(1e-3),
                new SoftDice(50),
                new CrossEntropy(),
                new Focal(1),
                new Focal(1.7),
                new Focal(3),
                new Boundary(1),
                new Boundary(0.3),
                new SoftDice(2).plus(0.3, new CrossEntropy()));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientsAgreeWithDifferences(SegmentationLoss loss) {
        Tensor logits = GradientCheck.random(1, SHAPE);
        logits.set_requires_grad(true);
        Tensor truth = GradientCheck.random(2, SHAPE).sigmoid();
        var target = new Target(truth, Optional.of(GradientCheck.random(3, SHAPE)));

        GradientCheck.check(Map.of("logits", logits), () -> loss.of(logits, target));
    }

    @Test
    void deepSupervisionHasTheGradientOfItsParts() {
        Tensor full = GradientCheck.random(1, 2, 1, 4, 4, 4);
        Tensor half = GradientCheck.random(2, 2, 1, 2, 2, 2);
        full.set_requires_grad(true);
        half.set_requires_grad(true);
        Tensor truth = GradientCheck.random(3, 2, 1, 4, 4, 4).sigmoid();
        var loss = new DeepSupervision(new SoftDice(1));

        GradientCheck.check(Map.of("full", full, "half", half), () -> loss.of(List.of(full, half), Target.of(truth)));
    }

    @Test
    void deepSupervisionWeighsByHalves() {
        Tensor zeros = Tensors.of(new double[8], 1, 1, 2, 2, 2);
        Tensor coarse = Tensors.of(new double[] {Math.log(3)}, 1, 1, 1, 1, 1);
        double value = new DeepSupervision(new CrossEntropy())
                .of(List.of(zeros, coarse), Target.of(zeros))
                .item_double();

        assertThat(value).isCloseTo((Math.log(2) + 0.5 * Math.log(4)) / 1.5, within(1e-12));
    }

    @Test
    void diceOfTwoHalvesIsKnown() {
        Tensor logits = Tensors.of(new double[] {50, 50, -50, -50}, 1, 1, 1, 1, 4);
        Tensor truth = Tensors.of(new double[] {0, 1, 1, 0}, 1, 1, 1, 1, 4);

        assertThat(new SoftDice(0).of(logits, Target.of(truth)).item_double()).isCloseTo(0.5, within(1e-12));
        assertThat(new SoftDice(1).of(logits, Target.of(truth)).item_double()).isCloseTo(1 - 3.0 / 5, within(1e-12));
    }

    @Test
    void perfectAndEmptyAreZero() {
        Tensor truth = Tensors.of(new double[] {0, 1, 1, 0}, 1, 1, 1, 1, 4);
        Tensor logits = truth.mul(new Scalar(100)).sub(new Scalar(50));
        Tensor empty = Tensors.of(new double[4], 1, 1, 1, 1, 4);

        assertThat(new SoftDice(1).of(logits, Target.of(truth)).item_double()).isCloseTo(0, within(1e-12));
        assertThat(new SoftDice(1)
                        .of(empty.sub(new Scalar(50)), Target.of(empty))
                        .item_double())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void crossEntropyStaysFinite() {
        Tensor logits = Tensors.of(new double[] {1e4, -1e4}, 1, 1, 1, 1, 2);
        Tensor truth = Tensors.of(new double[] {0, 0}, 1, 1, 1, 1, 2);

        assertThat(new CrossEntropy().of(logits, Target.of(truth)).item_double())
                .isCloseTo(5e3, within(1e-6));
    }

    @Test
    void focalCountsAVoxelByItsError() {
        Tensor logits = Tensors.of(new double[] {0, Math.log(3)}, 1, 1, 1, 1, 2);
        var target = Target.of(Tensors.of(new double[] {1, 0}, 1, 1, 1, 1, 2));
        double expected = (0.25 * Math.log(2) + 0.75 * 0.75 * Math.log(4)) / 2;

        assertThat(new Focal(2).of(logits, target).item_double()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void focalHasAFiniteGradientWhereAVoxelIsExactlyRight() {
        Tensor logits = Tensors.of(new float[] {200, -200}, 1, 1, 1, 1, 2);
        logits.set_requires_grad(true);
        Tensor truth = Tensors.of(new float[] {1, 0}, 1, 1, 1, 1, 2);
        new Focal(1).of(logits, Target.of(truth)).backward();

        assertThat(Tensors.toFloats(logits.grad())).containsExactly(0f, 0f);
        assertThatThrownBy(() -> new Focal(0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBoundaryLossPaysDeepInsideAndCostsFarOutside() {
        Tensor logits = Tensors.of(new double[] {0, 50, -50, 50}, 1, 1, 1, 1, 4);
        Tensor distance = Tensors.of(new double[] {-5, -40, 3, 8}, 1, 1, 1, 1, 4);
        var target = new Target(Tensors.of(new double[] {1, 1, 0, 0}, 1, 1, 1, 1, 4), Optional.of(distance));

        assertThat(new Boundary(10).of(logits, target).item_double()).isCloseTo((-0.25 - 1 + 0.8) / 4, within(1e-12));
    }
}
