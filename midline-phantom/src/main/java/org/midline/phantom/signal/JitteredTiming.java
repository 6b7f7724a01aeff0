package org.midline.phantom.signal;

import org.midline.core.Sequence;
import org.midline.phantom.noise.Draw;

/** Timings from beyond what is usual, that still give an image of the kind. */
final class JitteredTiming {
    private JitteredTiming() {}

    static PulseSequence draw(Sequence sequence, Draw draw) {
        return switch (sequence) {
            case T2 -> {
                double echo = draw.uniform(60, 160);
                yield new PulseSequence.FastSpinEcho(draw.uniform(2200, 9000), echo, 2 * echo, false);
            }
            case FLAIR -> {
                double repetition = draw.uniform(5000, 12000);
                double inversion = PulseSequence.nullingInversionTimeMs(draw.uniform(3400, 4800), repetition);
                yield new PulseSequence.InversionRecovery(repetition, draw.uniform(70, 170), inversion, false);
            }
            case T1C ->
                switch (draw.choose(0.5, 0.3, 0.2)) {
                    case 0 -> mprage(draw);
                    case 1 -> new PulseSequence.SpinEcho(draw.uniform(350, 1000), draw.uniform(6, 25), true);
                    default ->
                        new PulseSequence.SpoiledGradientEcho(
                                draw.uniform(5, 30), draw.uniform(2, 6), draw.uniform(12, 35), true);
                };
        };
    }

    private static PulseSequence mprage(Draw draw) {
        int pulses = (int) draw.uniform(120, 200);
        double spacing = draw.uniform(5, 9);
        double inversion = pulses * spacing / 2 + draw.uniform(100, 600);
        double repetition = inversion + pulses * spacing / 2 + draw.uniform(100, 1200);
        return new PulseSequence.Mprage(
                repetition, draw.uniform(2, 5), inversion, spacing, draw.uniform(6, 14), pulses, true);
    }
}
