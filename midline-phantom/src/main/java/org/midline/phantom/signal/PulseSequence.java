package org.midline.phantom.signal;

import java.util.OptionalDouble;

/**
 * A pulse sequence and its timing; gives the signal of a tissue, relative to water at full magnetisation. Times in ms,
 * angles in degrees.
 */
public sealed interface PulseSequence {

    /** What there is. */
    enum Kind {
        SPIN_ECHO,
        FAST_SPIN_ECHO,
        INVERSION_RECOVERY,
        MPRAGE,
        SPOILED_GRADIENT_ECHO;

        public boolean isGradientEcho() {
            return this == MPRAGE || this == SPOILED_GRADIENT_ECHO;
        }

        public boolean isInverted() {
            return this == INVERSION_RECOVERY || this == MPRAGE;
        }
    }

    Kind kind();

    /** Magnitude of the signal, 0 to 1. */
    double signal(Relaxation tissue);

    double repetitionTimeMs();

    double echoTimeMs();

    /** Whether contrast agent is in the blood. */
    boolean contrastGiven();

    /** From the inversion to the centre of k-space, where there is an inversion. */
    default OptionalDouble inversionMs() {
        return OptionalDouble.empty();
    }

    /** Of the pulse that makes the signal. */
    default double flipAngleDeg() {
        return 90;
    }

    /** Spin echo: {@code PD (1 - exp(-TR / T1)) exp(-TE / T2)}. */
    record SpinEcho(double repetitionTimeMs, double echoTimeMs, boolean contrastGiven) implements PulseSequence {
        @Override
        public Kind kind() {
            return Kind.SPIN_ECHO;
        }

        @Override
        public double signal(Relaxation tissue) {
            Relaxation now = tissue.given(contrastGiven);
            return now.protonDensity()
                    * (1 - Math.exp(-repetitionTimeMs / now.t1Ms()))
                    * Math.exp(-echoTimeMs / now.t2Ms());
        }
    }

    /**
     * Fast spin echo: a spin echo at the echo time of the centre of k-space, with less time to recover because of the
     * echo train, and with bright fat, see {@link Relaxation#inEchoTrain()}.
     *
     * @param trainMs how long the echo train lasts
     */
    record FastSpinEcho(double repetitionTimeMs, double echoTimeMs, double trainMs, boolean contrastGiven)
            implements PulseSequence {
        @Override
        public Kind kind() {
            return Kind.FAST_SPIN_ECHO;
        }

        @Override
        public double signal(Relaxation tissue) {
            Relaxation now = tissue.given(contrastGiven).inEchoTrain();
            return now.protonDensity()
                    * (1 - Math.exp(-(repetitionTimeMs - trainMs) / now.t1Ms()))
                    * Math.exp(-echoTimeMs / now.t2Ms());
        }
    }

    /**
     * Inversion recovery with a fast spin echo at the end, as in FLAIR:
     * {@code PD |1 - 2 exp(-TI / T1) + exp(-TR / T1)| exp(-TE / T2)}.
     */
    record InversionRecovery(double repetitionTimeMs, double echoTimeMs, double inversionTimeMs, boolean contrastGiven)
            implements PulseSequence {
        @Override
        public Kind kind() {
            return Kind.INVERSION_RECOVERY;
        }

        @Override
        public OptionalDouble inversionMs() {
            return OptionalDouble.of(inversionTimeMs);
        }

        @Override
        public double signal(Relaxation tissue) {
            Relaxation now = tissue.given(contrastGiven).inEchoTrain();
            return now.protonDensity()
                    * Math.abs(
                            1 - 2 * Math.exp(-inversionTimeMs / now.t1Ms()) + Math.exp(-repetitionTimeMs / now.t1Ms()))
                    * Math.exp(-echoTimeMs / now.t2Ms());
        }
    }

    /**
     * Magnetisation-prepared rapid gradient echo in its steady state: a perfect inversion, a train of small pulses whose
     * middle meets the centre of k-space at TI, and a delay until TR. Transverse magnetisation is spoiled, so every
     * step is linear in the longitudinal magnetisation and the steady state has a closed form (Deichmann et al.,
     * NeuroImage 2000, treat the sequence so).
     *
     * @param repetitionTimeMs from inversion to inversion
     * @param inversionTimeMs from the inversion to the centre of k-space
     * @param echoSpacingMs from pulse to pulse
     * @param pulses in a train, at least 2; the train has to fit between inversion and repetition
     */
    record Mprage(
            double repetitionTimeMs,
            double echoTimeMs,
            double inversionTimeMs,
            double echoSpacingMs,
            double flipAngleDeg,
            int pulses,
            boolean contrastGiven)
            implements PulseSequence {

        private static final double ROUNDING_MS = 1e-6;

        public Mprage {
            int toCentre = pulses / 2;
            double before = inversionTimeMs - toCentre * echoSpacingMs;
            if (pulses < 2
                    || before < -ROUNDING_MS
                    || before + pulses * echoSpacingMs > repetitionTimeMs + ROUNDING_MS) {
                throw new IllegalArgumentException(
                        "A train of %d pulses every %.1f ms about TI %.0f ms does not fit into TR %.0f ms"
                                .formatted(pulses, echoSpacingMs, inversionTimeMs, repetitionTimeMs));
            }
        }

        @Override
        public Kind kind() {
            return Kind.MPRAGE;
        }

        @Override
        public OptionalDouble inversionMs() {
            return OptionalDouble.of(inversionTimeMs);
        }

        @Override
        public double signal(Relaxation tissue) {
            Relaxation now = tissue.given(contrastGiven);
            double angle = Math.toRadians(flipAngleDeg);
            int toCentre = pulses / 2;
            double beforeMs = inversionTimeMs - toCentre * echoSpacingMs;
            double before = Math.exp(-beforeMs / now.t1Ms());
            double step = Math.exp(-echoSpacingMs / now.t1Ms());
            double after = Math.exp(-(repetitionTimeMs - beforeMs - pulses * echoSpacingMs) / now.t1Ms());
            double kept = Math.cos(angle) * step;
            double driven = (1 - step) / (1 - kept);
            double train = Math.pow(kept, pulses);
            // At the end of a cycle m = 1 - after + after (train (1 - before - before m) + driven (1 - train)).
            double steady =
                    (1 - after + after * (train * (1 - before) + driven * (1 - train))) / (1 + after * train * before);
            double half = Math.pow(kept, toCentre);
            double atCentre = half * (1 - before - before * steady) + driven * (1 - half);
            return now.protonDensity() * Math.abs(atCentre) * Math.sin(angle) * Math.exp(-echoTimeMs / now.t2Ms());
        }
    }

    /** Spoiled gradient echo: {@code PD sin a (1 - E) / (1 - E cos a) exp(-TE / T2)} with {@code E = exp(-TR / T1)}. */
    record SpoiledGradientEcho(double repetitionTimeMs, double echoTimeMs, double flipAngleDeg, boolean contrastGiven)
            implements PulseSequence {
        @Override
        public Kind kind() {
            return Kind.SPOILED_GRADIENT_ECHO;
        }

        @Override
        public double signal(Relaxation tissue) {
            Relaxation now = tissue.given(contrastGiven);
            double angle = Math.toRadians(flipAngleDeg);
            double recovery = Math.exp(-repetitionTimeMs / now.t1Ms());
            return now.protonDensity()
                    * Math.sin(angle)
                    * (1 - recovery)
                    / (1 - recovery * Math.cos(angle))
                    * Math.exp(-echoTimeMs / now.t2Ms());
        }
    }

    /**
     * Any of the others with a pulse before it that leaves little of fat.
     *
     * @param left share of fat's signal that stays, 0 to 1
     */
    record FatSuppressed(PulseSequence pulses, double left) implements PulseSequence {
        @Override
        public Kind kind() {
            return pulses.kind();
        }

        @Override
        public double signal(Relaxation tissue) {
            return pulses.signal(tissue) * (1 - tissue.fat() * (1 - left));
        }

        @Override
        public double repetitionTimeMs() {
            return pulses.repetitionTimeMs();
        }

        @Override
        public double echoTimeMs() {
            return pulses.echoTimeMs();
        }

        @Override
        public boolean contrastGiven() {
            return pulses.contrastGiven();
        }

        @Override
        public double flipAngleDeg() {
            return pulses.flipAngleDeg();
        }

        @Override
        public OptionalDouble inversionMs() {
            return pulses.inversionMs();
        }
    }

    /** The inversion time at which a tissue gives no signal. */
    static double nullingInversionTimeMs(double t1Ms, double repetitionTimeMs) {
        return t1Ms * (Math.log(2) - Math.log1p(Math.exp(-repetitionTimeMs / t1Ms)));
    }
}
