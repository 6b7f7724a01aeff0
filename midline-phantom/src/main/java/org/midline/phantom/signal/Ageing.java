package org.midline.phantom.signal;

import org.midline.phantom.head.Tissue;

/**
 * How a tissue of the table, which is an adult's, differs at a younger age: unmyelinated white matter holds more water,
 * so its T1 and T2 are longer; iron comes into the basal ganglia over the years and shortens T2.
 *
 * <p>At birth white matter's T1 exceeds cortex's, after some months they are about equal, at two years it is some 16 %
 * above the adult's, after ten years less than 1 %. The size of the effect is chosen for this phantom after that order
 * of events. Iron follows Hallgren and Sourander, J Neurochem 1958.
 */
final class Ageing {
    private static final double ADULT_YEARS = 30;

    private Ageing() {}

    /** The tissue at an age, without what differs between persons. */
    static Relaxation at(double ageYears, Tissue tissue, Relaxation adult) {
        double ripening = 1 + water(tissue) * immaturity(ageYears);
        double t2 = adult.t2Ms() * ripening;
        double iron = iron(tissue, ADULT_YEARS) - iron(tissue, ageYears);
        double relaxivity = 0.25; // per s and mg/100 g; chosen for this phantom
        return new Relaxation(
                adult.t1Ms() * ripening,
                1 / (1 / t2 - relaxivity * iron / 1000),
                Math.min(1, adult.protonDensity() * (1 + 0.3 * (ripening - 1))),
                adult.gadoliniumMmolPerL(),
                adult.fat());
    }

    /** Relative excess of white matter's relaxation times. */
    static double immaturity(double ageYears) {
        return 0.14 * Math.exp(-(ageYears - 2) / 2.5) + Math.exp(-ageYears / 0.5);
    }

    /** Milligrams per 100 g of fresh tissue. */
    static double iron(Tissue tissue, double ageYears) {
        return switch (tissue) {
            case PALLIDUM -> 21.41 * (1 - Math.exp(-0.09 * ageYears)) + 0.37;
            case BASAL_GANGLIA -> 14.62 * (1 - Math.exp(-0.04 * ageYears)) + 0.46;
            default -> 0;
        };
    }

    /** How much of white matter's immaturity a tissue shares. The brainstem is ahead of the hemispheres. */
    private static double water(Tissue tissue) {
        return switch (tissue) {
            case WHITE_MATTER -> 1;
            case CEREBELLAR_WHITE_MATTER -> 0.9;
            case THALAMUS, PALLIDUM, MIDBRAIN, PONS, MEDULLA, SPINAL_CORD -> 0.6;
            case CORTEX, CEREBELLAR_CORTEX, BASAL_GANGLIA -> 0.25;
            default -> 0;
        };
    }
}
