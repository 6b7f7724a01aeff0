package org.midline.phantom.scanner;

import java.io.IOException;
import java.util.Locale;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.signal.PulseSequence;

/**
 * What a series' pulse sequence is drawn from. Ranges that a kind does not have are null.
 *
 * @param fatSuppressed how many of the series suppress fat
 * @param nulledT1Ms an inversion recovery nulls a fluid of this T1
 */
record PulsePlan(
        PulseSequence.Kind kind,
        boolean contrastAgent,
        double fatSuppressed,
        Range repetitionTimeMs,
        Range echoTimeMs,
        Range nulledT1Ms,
        Range inversionTimeMs,
        Range echoSpacingMs,
        Range pulses,
        Range flipAngleDeg) {
    /** The echo train of a fast spin echo goes on after the centre of k-space. */
    private static final double TRAIN_PER_ECHO_TIME = 1.5;

    static PulsePlan read(KeyedObject object) throws IOException {
        String name = object.text("kind");
        PulseSequence.Kind kind = kind(object, name);
        boolean mprage = kind == PulseSequence.Kind.MPRAGE;
        var plan = new PulsePlan(
                kind,
                object.flag("contrastAgent"),
                object.number("fatSuppressedShare", 0, 1),
                object.range("repetitionTimeMs", 2, 20000),
                object.range("echoTimeMs", 0.5, 400),
                kind == PulseSequence.Kind.INVERSION_RECOVERY ? object.range("nulledT1Ms", 1000, 6000) : null,
                mprage ? object.range("inversionTimeMs", 100, 3000) : null,
                mprage ? object.range("echoSpacingMs", 2, 30) : null,
                mprage ? object.range("pulses", 2, 512) : null,
                kind.isGradientEcho() ? object.range("flipAngleDeg", 1, 90) : null);
        if (mprage) {
            double longest = plan.pulses.to() * plan.echoSpacingMs.to();
            if (longest / 2 > plan.inversionTimeMs.from()
                    || plan.inversionTimeMs.to() + longest / 2 + plan.echoSpacingMs.to()
                            > plan.repetitionTimeMs.from()) {
                throw object.refusal(
                        "pulses",
                        "a train of up to %.0f ms about the inversion time does not fit between inversion and repetition"
                                .formatted(longest));
            }
        }
        return plan;
    }

    private static PulseSequence.Kind kind(KeyedObject object, String name) throws IOException {
        try {
            return PulseSequence.Kind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw object.refusal(
                    "kind",
                    "found \"" + name + "\", expected spin_echo, fast_spin_echo, inversion_recovery, mprage or "
                            + "spoiled_gradient_echo");
        }
    }

    PulseSequence draw(Draw draw) {
        boolean suppressed = draw.chance(fatSuppressed);
        double left = draw.uniform(0.05, 0.3);
        PulseSequence sequence = drawUnsuppressed(draw);
        return suppressed ? new PulseSequence.FatSuppressed(sequence, left) : sequence;
    }

    private PulseSequence drawUnsuppressed(Draw draw) {
        double repetition = repetitionTimeMs.draw(draw);
        double echo = echoTimeMs.draw(draw);
        return switch (kind) {
            case SPIN_ECHO -> new PulseSequence.SpinEcho(repetition, echo, contrastAgent);
            case FAST_SPIN_ECHO ->
                new PulseSequence.FastSpinEcho(repetition, echo, TRAIN_PER_ECHO_TIME * echo, contrastAgent);
            case INVERSION_RECOVERY ->
                new PulseSequence.InversionRecovery(
                        repetition,
                        echo,
                        PulseSequence.nullingInversionTimeMs(nulledT1Ms.draw(draw), repetition),
                        contrastAgent);
            case MPRAGE ->
                new PulseSequence.Mprage(
                        repetition,
                        echo,
                        inversionTimeMs.draw(draw),
                        echoSpacingMs.draw(draw),
                        flipAngleDeg.draw(draw),
                        (int) pulses.draw(draw),
                        contrastAgent);
            case SPOILED_GRADIENT_ECHO ->
                new PulseSequence.SpoiledGradientEcho(repetition, echo, flipAngleDeg.draw(draw), contrastAgent);
        };
    }
}
