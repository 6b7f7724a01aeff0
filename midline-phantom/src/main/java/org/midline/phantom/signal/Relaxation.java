package org.midline.phantom.signal;

/**
 * What decides a tissue's signal.
 *
 * @param t1Ms longitudinal relaxation time without contrast agent
 * @param t2Ms transverse relaxation time
 * @param protonDensity relative to water
 * @param gadoliniumMmolPerL concentration of contrast agent after injection
 */
public record Relaxation(double t1Ms, double t2Ms, double protonDensity, double gadoliniumMmolPerL) {

    /** A mixture: the values linearly between this and another, {@code share} of the other. */
    Relaxation mixed(Relaxation other, double share) {
        return new Relaxation(
                t1Ms + share * (other.t1Ms - t1Ms),
                t2Ms + share * (other.t2Ms - t2Ms),
                protonDensity + share * (other.protonDensity - protonDensity),
                gadoliniumMmolPerL + share * (other.gadoliniumMmolPerL - gadoliniumMmolPerL));
    }

    Relaxation withGadolinium(double mmolPerL) {
        return new Relaxation(t1Ms, t2Ms, protonDensity, mmolPerL);
    }
}
