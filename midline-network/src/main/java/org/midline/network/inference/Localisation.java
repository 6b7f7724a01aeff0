package org.midline.network.inference;

import org.midline.core.Vec3;

/** Where the localiser finds brainstem, thalami and tumour. */
public sealed interface Localisation {

    /**
     * @param centreLps the middle of all three together, in mm
     * @param tumourMl a first guess, from a coarse grid
     */
    record Located(Vec3 centreLps, double brainstemMl, double thalamiMl, double tumourMl) implements Localisation {}

    /** @param reason what was found and what was expected, for the user */
    record NotLocated(String reason) implements Localisation {}
}
