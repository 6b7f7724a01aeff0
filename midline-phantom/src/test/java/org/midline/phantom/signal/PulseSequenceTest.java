package org.midline.phantom.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        var t2 = new PulseSequence.SpinEcho(4500, 100, false);
        var t1 = new PulseSequence.InversionRecovery(2000, 3, 900, false);
        for (FieldStrength field : FieldStrength.values()) {
            double inversion = PulseSequence.nullingInversionTimeMs(4200, 9000);
            var flair = new PulseSequence.InversionRecovery(9000, 110, inversion, false);
            assertThat(signal(t2, Tissue.CSF, field)).isGreaterThan(1.8 * signal(t2, Tissue.CORTEX, field));
            assertThat(signal(t2, Tissue.CORTEX, field)).isGreaterThan(1.2 * signal(t2, Tissue.WHITE_MATTER, field));
            assertThat(signal(flair, Tissue.CSF, field)).isLessThan(0.4 * signal(flair, Tissue.WHITE_MATTER, field));
            assertThat(signal(t1, Tissue.WHITE_MATTER, field)).isGreaterThan(1.2 * signal(t1, Tissue.CORTEX, field));
        }
    }

    private static double signal(PulseSequence sequence, Tissue tissue, FieldStrength field) {
        return sequence.signal(TissueTable.builtIn().row(tissue).at(field));
    }
}
