package org.midline.phantom.signal;

/**
 * What decides a tissue's signal.
 *
 * @param t1Ms longitudinal relaxation time without contrast agent
 * @param t2Ms transverse relaxation time without contrast agent, in a single spin echo
 * @param protonDensity relative to water
 * @param gadoliniumMmolPerL concentration of contrast agent after injection
 * @param fat share of the protons that belong to fat
 */
public record Relaxation(double t1Ms, double t2Ms, double protonDensity, double gadoliniumMmolPerL, double fat) {

    /**
     * Relaxivity of gadolinium chelates in plasma at 37 degrees, per s and mmol/l. Szomolanyi et al., Invest Radiol
     * 2019, report 3.3 to 4.8 at 1.5 T and 3.0 to 5.0 at 3 T.
     */
    static final double RELAXIVITY_1 = 4.5;

    /** The same for transverse relaxation, a little more than the longitudinal one. */
    static final double RELAXIVITY_2 = 5.5;

    /** How much longer fat seems to relax in a train of refocusing pulses, which undo the coupling of its spins. */
    private static final double FAT_IN_ECHO_TRAIN = 1.6;

    /** Without fat. */
    public Relaxation(double t1Ms, double t2Ms, double protonDensity, double gadoliniumMmolPerL) {
        this(t1Ms, t2Ms, protonDensity, gadoliniumMmolPerL, 0);
    }

    /** A mixture: the values linearly between this and another, {@code share} of the other. */
    Relaxation mixed(Relaxation other, double share) {
        return new Relaxation(
                t1Ms + share * (other.t1Ms - t1Ms),
                t2Ms + share * (other.t2Ms - t2Ms),
                protonDensity + share * (other.protonDensity - protonDensity),
                gadoliniumMmolPerL + share * (other.gadoliniumMmolPerL - gadoliniumMmolPerL),
                fat + share * (other.fat - fat));
    }

    Relaxation withGadolinium(double mmolPerL) {
        return new Relaxation(t1Ms, t2Ms, protonDensity, mmolPerL, fat);
    }

    /** The times with the agent at work, {@code 1/T = 1/T0 + r c}, or as they are if it has not been given. */
    Relaxation given(boolean contrast) {
        if (!contrast || gadoliniumMmolPerL == 0) {
            return this;
        }
        return new Relaxation(
                1 / (1 / t1Ms + RELAXIVITY_1 * gadoliniumMmolPerL / 1000),
                1 / (1 / t2Ms + RELAXIVITY_2 * gadoliniumMmolPerL / 1000),
                protonDensity,
                0,
                fat);
    }

    /** In a fast spin echo: fat's transverse relaxation looks slower, which makes it bright. */
    Relaxation inEchoTrain() {
        return fat == 0
                ? this
                : new Relaxation(
                        t1Ms, t2Ms * (1 + fat * (FAT_IN_ECHO_TRAIN - 1)), protonDensity, gadoliniumMmolPerL, fat);
    }
}
