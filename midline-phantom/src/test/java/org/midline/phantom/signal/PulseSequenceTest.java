package org.midline.phantom.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.midline.phantom.head.Tissue;

class PulseSequenceTest {
    private static final Relaxation TISSUE = new Relaxation(1000, 100, 0.8, 0);

    @Test
    void spinEchoAtLogTwoOfItsTimesGivesHalfOfHalf() {
        var echo = new PulseSequence.SpinEcho(1000 * Math.log(2), 100 * Math.log(2), false);
        assertThat(echo.signal(TISSUE)).isCloseTo(0.8 * 0.5 * 0.5, within(1e-12));
    }

    @Test
    void fastSpinEchoRecoversFromTheEndOfItsTrain() {
        var fast = new PulseSequence.FastSpinEcho(1200, 100, 200, false);
        assertThat(fast.signal(TISSUE)).isCloseTo(0.8 * (1 - Math.exp(-1)) * Math.exp(-1), within(1e-12));
    }

    @Test
    void fatIsBrighterInAnEchoTrainThanInASingleEcho() {
        var fat = new Relaxation(380, 68, 0.85, 0, 1);
        var single = new PulseSequence.SpinEcho(4000, 100, false);
        var train = new PulseSequence.FastSpinEcho(4000, 100, 0, false);
        assertThat(train.signal(fat)).isGreaterThan(1.5 * single.signal(fat));
        assertThat(train.signal(TISSUE)).isCloseTo(single.signal(TISSUE), within(1e-12));
    }

    @Test
    void suppressionTakesFatAndNothingElse() {
        var echo = new PulseSequence.SpinEcho(600, 10, false);
        var suppressed = new PulseSequence.FatSuppressed(echo, 0.1);
        var fat = new Relaxation(380, 68, 0.85, 0, 1);
        assertThat(suppressed.signal(fat)).isCloseTo(0.1 * echo.signal(fat), within(1e-12));
        assertThat(suppressed.signal(TISSUE)).isEqualTo(echo.signal(TISSUE));
    }

    @Test
    void inversionRecoveryMeetsItsClosedForm() {
        var recovery = new PulseSequence.InversionRecovery(5000, 100, 500, false);
        double expected = 0.8 * Math.abs(1 - 2 * Math.exp(-0.5) + Math.exp(-5)) * Math.exp(-1);
        assertThat(recovery.signal(TISSUE)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void theNullingTimeNulls() {
        double inversion = PulseSequence.nullingInversionTimeMs(4200, 9000);
        var flair = new PulseSequence.InversionRecovery(9000, 120, inversion, false);
        assertThat(inversion).isBetween(2000.0, 2910.0);
        assertThat(flair.signal(new Relaxation(4200, 1800, 1, 0))).isCloseTo(0, within(1e-12));
    }

    /** Inversion, waiting, pulses one by one, again and again until nothing changes. */
    @Property(tries = 200)
    void mprageIsTheSteadyStateOfItsSteps(
            @ForAll @DoubleRange(min = 150, max = 4500) double t1Ms,
            @ForAll @DoubleRange(min = 1, max = 40) double flipDeg,
            @ForAll @IntRange(min = 2, max = 220) int pulses,
            @ForAll @DoubleRange(min = 0, max = 800) double before,
            @ForAll @DoubleRange(min = 0, max = 1500) double after) {
        double spacing = 7;
        int toCentre = pulses / 2;
        double inversion = before + toCentre * spacing;
        double repetition = before + pulses * spacing + after;
        var mprage = new PulseSequence.Mprage(repetition, 3, inversion, spacing, flipDeg, pulses, false);
        double magnetisation = 1;
        double seen = 0;
        double cycles = 40 * t1Ms / repetition;
        for (int cycle = 0; cycle < cycles; cycle++) {
            magnetisation = recovered(-magnetisation, before, t1Ms);
            for (int pulse = 0; pulse < pulses; pulse++) {
                if (pulse == toCentre) {
                    seen = magnetisation * Math.sin(Math.toRadians(flipDeg));
                }
                magnetisation = recovered(magnetisation * Math.cos(Math.toRadians(flipDeg)), spacing, t1Ms);
            }
            magnetisation = recovered(magnetisation, after, t1Ms);
        }
        double expected = 0.9 * Math.abs(seen) * Math.exp(-3 / 80.0);
        assertThat(mprage.signal(new Relaxation(t1Ms, 80, 0.9, 0))).isCloseTo(expected, within(1e-9));
    }

    private static double recovered(double magnetisation, double ms, double t1Ms) {
        return 1 + (magnetisation - 1) * Math.exp(-ms / t1Ms);
    }

    @Test
    void aTrainThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new PulseSequence.Mprage(1000, 3, 200, 8, 9, 176, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("176 pulses");
    }

    @Test
    void theSpoiledGradientEchoIsBrightestAtTheErnstAngle() {
        double ernst = Math.toDegrees(Math.acos(Math.exp(-20 / 1000.0)));
        double best = spoiled(ernst);
        double recovery = Math.exp(-0.02);
        assertThat(best)
                .isCloseTo(0.8 * Math.sqrt((1 - recovery) / (1 + recovery)) * Math.exp(-0.04), within(1e-12))
                .isGreaterThan(spoiled(ernst - 1))
                .isGreaterThan(spoiled(ernst + 1));
    }

    private static double spoiled(double flipDeg) {
        return new PulseSequence.SpoiledGradientEcho(20, 4, flipDeg, false).signal(TISSUE);
    }

    @Test
    void contrastAgentActsOnlyWhereItIsGiven() {
        Relaxation agent = TISSUE.withGadolinium(0.5);
        var without = new PulseSequence.SpinEcho(500, 10, false);
        var with = new PulseSequence.SpinEcho(500, 10, true);
        assertThat(without.signal(agent)).isEqualTo(without.signal(TISSUE));
        double t1 = 1 / (1 / 1000.0 + 4.5 * 0.5 / 1000);
        double t2 = 1 / (1 / 100.0 + 5.5 * 0.5 / 1000);
        assertThat(with.signal(agent))
                .isCloseTo(0.8 * (1 - Math.exp(-500 / t1)) * Math.exp(-10 / t2), within(1e-12))
                .isGreaterThan(1.3 * with.signal(TISSUE));
    }

    @Test
    void theTableGivesTheContrastsThatRadiologistsKnow() {
        var t2 = new PulseSequence.FastSpinEcho(4500, 100, 150, false);
        var t1 = new PulseSequence.Mprage(2000, 3, 900, 7.5, 9, 176, false);
        var spinEcho = new PulseSequence.SpinEcho(550, 10, false);
        for (FieldStrength field : FieldStrength.values()) {
            double inversion = PulseSequence.nullingInversionTimeMs(4200, 9000);
            var flair = new PulseSequence.InversionRecovery(9000, 110, inversion, false);
            assertThat(signal(t2, Tissue.CSF, field)).isGreaterThan(1.6 * signal(t2, Tissue.CORTEX, field));
            assertThat(signal(t2, Tissue.CORTEX, field)).isGreaterThan(1.2 * signal(t2, Tissue.WHITE_MATTER, field));
            assertThat(signal(t2, Tissue.FAT, field)).isGreaterThan(signal(t2, Tissue.WHITE_MATTER, field));
            assertThat(signal(t2, Tissue.MUSCLE, field)).isLessThan(0.8 * signal(t2, Tissue.WHITE_MATTER, field));
            assertThat(signal(flair, Tissue.CSF, field)).isLessThan(0.4 * signal(flair, Tissue.WHITE_MATTER, field));
            for (PulseSequence weighted : new PulseSequence[] {t1, spinEcho}) {
                assertThat(signal(weighted, Tissue.WHITE_MATTER, field))
                        .isGreaterThan(1.05 * signal(weighted, Tissue.CORTEX, field));
                assertThat(signal(weighted, Tissue.CORTEX, field))
                        .isGreaterThan(1.5 * signal(weighted, Tissue.CSF, field));
                assertThat(signal(weighted, Tissue.FAT, field))
                        .isGreaterThan(1.2 * signal(weighted, Tissue.WHITE_MATTER, field));
            }
        }
    }

    private static double signal(PulseSequence sequence, Tissue tissue, FieldStrength field) {
        return sequence.signal(TissueTable.builtIn().row(tissue).at(field));
    }
}
