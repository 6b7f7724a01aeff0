package org.midline.phantom.head.procedural;

import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.NoiseField;

/**
 * Orbits, nose, air sinuses, mouth and throat. Sclera and optic nerve pass for muscle, so that what counts as brain and
 * its coverings lies in the cavity alone.
 */
final class Face {
    private final HeadTraits traits;
    private final NoiseField texture;
    private final NoiseField fine;

    Face(HeadTraits traits, NoiseField texture, NoiseField fine) {
        this.traits = traits;
        this.texture = texture;
        this.fine = fine;
    }

    /** Depth under the skin of forehead, cheeks, nose, lips and chin; negative outside. */
    static double underSkinMm(double a, double y, double z) {
        double u = a / 62;
        double v = (y + 30) / 66;
        double w = (z + 50) / 84;
        double cheeks = (1 - Math.sqrt(u * u + v * v + w * w)) * 62;
        if (a > 24 || y > -60) {
            return cheeks;
        }
        double down = (-20 - z) / 32;
        double ridge = y + 93 + 22 * down - a * a / Math.max(3, 5 + 7 * down);
        double nose = Math.min(ridge, 0.8 * (z + 57));
        double lips = 9 - Math.sqrt(0.1 * a * a + 0.5 * (z + 74) * (z + 74)) - 0.7 * Math.max(0, -88 - y);
        return Math.max(cheeks, Math.max(nose, Math.min(lips, y + 100)));
    }

    /** The tissue, {@link Tissue#AIR} where it is none of those that this class knows. */
    Tissue tissue(double x, double a, double y, double z) {
        Tissue orbit = orbit(a, y, z);
        if (orbit != Tissue.AIR) {
            return orbit;
        }
        if (Solids.inEllipsoid(a, y, z, 0, -7, -31, 7, 5.5, 3.8)) {
            return Tissue.PITUITARY;
        }
        if (inNose(a, y, z)) {
            double turbinate = fine.at(x, y * 0.35, z);
            boolean septum = a < 1.2;
            return septum || turbinate > 0.75 ? Tissue.CORTICAL_BONE : turbinate > -0.1 ? Tissue.MUCOSA : Tissue.AIR;
        }
        if (Math.abs(z + 68 + 0.004 * a * a) < 1.8 && y > -86 && y < -36 && a < 22) {
            return Tissue.CORTICAL_BONE;
        }
        double arch = Math.hypot(a * 1.25, y + 48);
        if (y < -44 && z < -70 && z > -96 && Math.abs(arch - 36) < 4.2) {
            boolean gap = Math.abs(z + 80) < 0.9;
            return gap ? Tissue.MUCOSA : Tissue.CORTICAL_BONE;
        }
        if (Solids.inEllipsoid(a, y, z, 0, -50, -86, 21, 30, 15)) {
            return Math.abs(texture.at(x * 1.4, y * 0.5, z * 0.5)) < 0.2 ? Tissue.FAT : Tissue.MUSCLE;
        }
        double jaw = Math.hypot(a * 1.1, y + 42);
        if (y < -10 && z < -92 - 0.45 * (y + 80) + 38 * Solids.step(y, -40, -18) && Math.abs(jaw - 42) < 5) {
            return Math.abs(jaw - 42) < 2.6 ? Tissue.MARROW : Tissue.CORTICAL_BONE;
        }
        return Tissue.AIR;
    }

    /** Air sinuses, the throat behind nose and tongue; air is lined with mucosa by {@link #tissue}. */
    boolean isAirway(double x, double a, double y, double z) {
        boolean grown = traits.ageYears() > 6;
        double size = grown ? 1 : 0.7;
        return Solids.inEllipsoid(a, y, z, 0, -17, -40, 11 * size, 10 * size, 8 * size)
                || Solids.inEllipsoid(a, y, z, 27, -47, -57, 11 * size, 14 * size, 13 * size)
                || (grown && Solids.inEllipsoid(a, y, z, 10, -84, -9, 8, 3.5, 8))
                || Solids.inEllipsoid(a, y, z, 0, -14, -84, 8 + texture.at(0, y, z), 5.5, 30);
    }

    private static boolean inNose(double a, double y, double z) {
        return Solids.inEllipsoid(a, y, z, 0, -56, -50, 15, 32, 17) && z > -66 && !(a > 11 && z < -58);
    }

    private static Tissue orbit(double a, double y, double z) {
        if (Solids.inEllipsoid(a, y, z, 32, -75, -27, 4, 2.2, 4)) {
            return Tissue.LENS;
        }
        if (Solids.inEllipsoid(a, y, z, 32, -66, -27, 12, 12, 12)) {
            boolean coat = !Solids.inEllipsoid(a, y, z, 32, -66, -27, 11, 11, 11);
            return coat ? Tissue.MUSCLE : Tissue.VITREOUS;
        }
        if (!Solids.inEllipsoid(a - 0.42 * (y + 48), y, z, 26, -48, -27, 16, 29, 16)) {
            return Tissue.AIR;
        }
        double nerve = Math.hypot(a - 30 - 0.55 * (y + 55), z + 26);
        double aroundAxis = Math.atan2(z + 27, a - 30 - 0.45 * (y + 55));
        boolean muscles = Math.abs(Math.hypot(a - 30 - 0.45 * (y + 55), z + 27) - (11 + 0.16 * (-40 - y))) < 1.6
                && Math.cos(4 * aroundAxis) > 0.1;
        return nerve < 2.2 || muscles ? Tissue.MUSCLE : Tissue.FAT;
    }
}
