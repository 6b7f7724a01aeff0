package org.midline.phantom.tumour;

import java.util.EnumSet;
import java.util.Set;
import org.midline.core.Vec3;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;

/**
 * A round mass that is no diffuse midline glioma. Places, sizes and kinds are chosen for this phantom.
 *
 * @param centreStandardMm in the standard frame of a head
 * @param radiusMm of a ball of its volume
 * @param takes tissue that it takes the place of; everything else it pushes
 * @param displacing share of its volume that is not taken from tissue that was there
 * @param lumpiness of its surface, as a share of the radius
 * @param cystRadius of a cyst, as a share of the radius; the rest is a nodule beside it. 0 for a solid mass
 * @param enhancing share of the solid part that takes up contrast agent
 */
record MassPlan(
        Vec3 centreStandardMm,
        double radiusMm,
        Set<Tissue> takes,
        double displacing,
        double lumpiness,
        double cystRadius,
        double enhancing) {

    /** In the pineal region: presses on the tectum and the aqueduct, enhances. */
    static MassPlan pineal(Draw draw) {
        return new MassPlan(
                new Vec3(draw.normal(0, 1), draw.normal(38, 1.5), draw.normal(1, 1.5)),
                draw.logUniform(7, 14),
                EnumSet.of(
                        Tissue.CSF,
                        Tissue.VENTRICLE,
                        Tissue.PITUITARY,
                        Tissue.CHOROID_PLEXUS,
                        Tissue.WHITE_MATTER,
                        Tissue.CORTEX,
                        Tissue.CEREBELLAR_CORTEX,
                        Tissue.CEREBELLAR_WHITE_MATTER),
                draw.uniform(0.45, 0.65),
                draw.uniform(0.1, 0.25),
                draw.chance(0.25) ? draw.uniform(0.3, 0.6) : 0,
                draw.uniform(0.6, 1));
    }

    /** From the roof of the fourth ventricle, or in a hemisphere, there as a cyst with a nodule more often than not. */
    static MassPlan cerebellar(Draw draw) {
        boolean midline = draw.chance(0.6);
        double side = draw.chance(0.5) ? 1 : -1;
        boolean cystic = draw.chance(midline ? 0.15 : 0.65);
        return new MassPlan(
                midline
                        ? new Vec3(draw.normal(0, 2), draw.normal(47, 3), draw.normal(-37, 3))
                        : new Vec3(side * draw.normal(25, 3), draw.normal(57, 4), draw.normal(-38, 4)),
                draw.logUniform(10, 22),
                EnumSet.of(
                        Tissue.CSF,
                        Tissue.VENTRICLE,
                        Tissue.CHOROID_PLEXUS,
                        Tissue.CEREBELLAR_CORTEX,
                        Tissue.CEREBELLAR_WHITE_MATTER),
                draw.uniform(0.35, 0.6),
                draw.uniform(0.1, 0.25),
                cystic ? draw.uniform(0.7, 0.85) : 0,
                draw.chance(0.8) ? draw.uniform(0.4, 1) : 0);
    }

    double volumeMm3() {
        return 4 * Math.PI / 3 * Math.pow(radiusMm, 3);
    }
}
