package org.midline.phantom.signal;

/**
 * A pulse sequence and its timing; gives the signal of a tissue, relative to water at full magnetisation. Times in ms.
 */
public sealed interface PulseSequence {

    /** Relaxivity of a common gadolinium chelate in plasma at body temperature, per s and mmol/l. */
    double RELAXIVITY_1 = 4.5;

    /** The same for transverse relaxation. */
    double RELAXIVITY_2 = 5.5;

    /** Magnitude of the signal, 0 to 1. */
    double signal(Relaxation tissue);

    double repetitionTimeMs();

    double echoTimeMs();

    /** Spin echo: {@code PD (1 - exp(-TR / T1)) exp(-TE / T2)}. */
    record SpinEcho(double repetitionTimeMs, double echoTimeMs, boolean contrastGiven) implements PulseSequence {
        @Override
        public double signal(Relaxation tissue) {
            return tissue.protonDensity()
                    * (1 - Math.exp(-repetitionTimeMs / t1Ms(tissue, contrastGiven)))
                    * Math.exp(-echoTimeMs / t2Ms(tissue, contrastGiven));
        }
    }

    /**
     * Inversion recovery with a spin echo or a short gradient echo at the end:
     * {@code PD |1 - 2 exp(-TI / T1) + exp(-TR / T1)| exp(-TE / T2)}.
     */
    record InversionRecovery(double repetitionTimeMs, double echoTimeMs, double inversionTimeMs, boolean contrastGiven)
            implements PulseSequence {
        @Override
        public double signal(Relaxation tissue) {
            double t1 = t1Ms(tissue, contrastGiven);
            return tissue.protonDensity()
                    * Math.abs(1 - 2 * Math.exp(-inversionTimeMs / t1) + Math.exp(-repetitionTimeMs / t1))
                    * Math.exp(-echoTimeMs / t2Ms(tissue, contrastGiven));
        }
    }

    /** The inversion time at which a tissue gives no signal. */
    static double nullingInversionTimeMs(double t1Ms, double repetitionTimeMs) {
        return t1Ms * (Math.log(2) - Math.log1p(Math.exp(-repetitionTimeMs / t1Ms)));
    }

    private static double t1Ms(Relaxation tissue, boolean contrastGiven) {
        double agent = contrastGiven ? tissue.gadoliniumMmolPerL() : 0;
        return 1 / (1 / tissue.t1Ms() + RELAXIVITY_1 * agent / 1000);
    }

    private static double t2Ms(Relaxation tissue, boolean contrastGiven) {
        double agent = contrastGiven ? tissue.gadoliniumMmolPerL() : 0;
        return 1 / (1 / tissue.t2Ms() + RELAXIVITY_2 * agent / 1000);
    }
}
