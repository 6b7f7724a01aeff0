package org.midline.phantom.head.procedural;

import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.NoiseField;

/** Everything outside the cavity: vault, scalp, skull base, orbits, nose, sinuses, throat, spine, neck. */
final class FaceAndNeck {
    private final HeadTraits traits;
    private final NoiseField texture;
    private final NoiseField fine;

    FaceAndNeck(HeadTraits traits, NoiseField texture, NoiseField fine) {
        this.traits = traits;
        this.texture = texture;
        this.fine = fine;
    }

    /**
     * The tissue at a point outside the cavity.
     *
     * @param outsideMm distance outside the vault along the ray from its centre, negative under the vault
     * @param belowBaseMm distance below the skull base, negative above it
     */
    Tissue tissue(double x, double y, double z, double outsideMm, double belowBaseMm) {
        double a = Math.abs(x);
        double skull = traits.skullMm() * (1 + 0.12 * texture.at(x, y, z));
        double scalp = traits.scalpMm() * (1 + 0.15 * texture.at(y, x, z));
        double underSkin = underSkinMm(a, y, z, skull + scalp - outsideMm);
        if (underSkin < 0) {
            return Tissue.AIR;
        }
        double vault = Math.max(outsideMm, 0);
        boolean calvaria = z > vaultEndZ(y);
        if (calvaria && belowBaseMm < 0 && vault < skull) {
            double through = vault / skull;
            return through > 0.3 && through < 0.72 && skull > 3.4 ? Tissue.MARROW : Tissue.CORTICAL_BONE;
        }
        if (underSkin < 1.8) {
            return Tissue.SKIN;
        }
        if (calvaria && z > 5) {
            return a > 48 && y > -50 && y < 30 && z < 30 && underSkin > 3.5 ? Tissue.MUSCLE : Tissue.FAT;
        }
        return below(x, a, y, z, underSkin, Math.max(belowBaseMm, outsideMm));
    }

    private static double vaultEndZ(double y) {
        return y < 20 ? -22 - 0.1 * (y + 60) : -32 - 0.35 * (y - 20);
    }

    private double underSkinMm(double a, double y, double z, double vault) {
        double under = vault;
        if (z < 10) {
            double u = a / 62;
            double v = (y + 30) / 66;
            double w = (z + 52) / 82;
            double face = (1 - Math.sqrt(u * u + v * v + w * w)) * 62;
            double nose = Solids.inEllipsoid(a, y, z, 0, -92, -50, 9, 14, 16) ? 3 : -1;
            under = Math.max(under, Math.max(face, nose));
        }
        if (z < -45) {
            double p = a / 55;
            double q = (y - 26) / 52;
            under = Math.max(under, (1 - Math.sqrt(p * p + q * q)) * 54);
        }
        return under;
    }

    private Tissue below(double x, double a, double y, double z, double underSkin, double fromBrainMm) {
        Tissue orbit = orbit(a, y, z);
        if (orbit != Tissue.AIR) {
            return orbit;
        }
        double noise = texture.at(x, y, z);
        if (Solids.inEllipsoid(a, y, z, 0, -7, -31, 7, 5.5, 3.8)) {
            return Tissue.PITUITARY;
        }
        if (Solids.inEllipsoid(a, y, z, 0, -17, -40, 11, 11, 8)
                || Solids.inEllipsoid(a, y, z, 27, -47, -60, 11, 14, 14)
                || (traits.ageYears() > 8 && Solids.inEllipsoid(a, y, z, 9, -82, -8, 7, 4, 8))
                || Solids.inEllipsoid(a, y, z, 0, 0, -86, 9, 7, 24)) {
            boolean lining = noise > 1.1;
            return lining ? Tissue.MUCOSA : Tissue.AIR;
        }
        if (Solids.inEllipsoid(a, y, z, 0, -56, -53, 17, 30, 27)) {
            double septum = Math.abs(a - 7.5) - 5 + 1.5 * noise;
            double turbinate = fine.at(x, y * 0.4, z);
            return septum < 0 && turbinate < 0.5 ? Tissue.AIR : turbinate > 0 ? Tissue.MUCOSA : Tissue.CORTICAL_BONE;
        }
        if (Solids.inEllipsoid(a, y, z, 52, 36, -42, 11, 13, 14)) {
            return fine.at(x, y, z) > 0 ? Tissue.AIR : Tissue.CORTICAL_BONE;
        }
        if (fromBrainMm < 5 + 2 * noise) {
            return fromBrainMm > 2 && noise > 0 ? Tissue.MARROW : Tissue.CORTICAL_BONE;
        }
        if (y > -6 && y < 24 && a < 9 && z > -70 && z < -26) {
            return Tissue.MARROW;
        }
        Tissue spine = spine(a, y, z);
        if (spine != Tissue.AIR) {
            return spine;
        }
        if (underSkin < 4 + 2.5 * noise) {
            return Tissue.FAT;
        }
        return noise + 0.5 * fine.at(x, y, z) > 0.75 ? Tissue.FAT : Tissue.MUSCLE;
    }

    private static Tissue orbit(double a, double y, double z) {
        if (Solids.inEllipsoid(a, y, z, 32, -75, -27, 4, 2.2, 4)) {
            return Tissue.LENS;
        }
        if (Solids.inEllipsoid(a, y, z, 32, -66, -27, 12, 12, 12)) {
            return Tissue.VITREOUS;
        }
        if (!Solids.inEllipsoid(a - 0.42 * (y + 48), y, z, 26, -48, -27, 16, 29, 16)) {
            return Tissue.AIR;
        }
        double nerve = Math.hypot(a - 30 - 0.55 * (y + 55), z + 26);
        boolean muscles = Math.abs(Math.hypot(a - 30 - 0.45 * (y + 55), z + 27) - (11 + 0.16 * (-40 - y))) < 1.4;
        return nerve < 2.2 ? Tissue.WHITE_MATTER : muscles ? Tissue.MUSCLE : Tissue.FAT;
    }

    private static Tissue spine(double a, double y, double z) {
        if (z > -72) {
            return Tissue.AIR;
        }
        double axis = Brainstem.axisY(z);
        double arch = Math.hypot(a, y - axis);
        if (arch < 13) {
            return Tissue.CORTICAL_BONE;
        }
        double body = Math.hypot(a, (y - axis + 20) * 1.15);
        if (body < 12) {
            double disc = (-z - 72) % 17;
            return disc < 4 ? Tissue.MUSCLE : body < 10.5 ? Tissue.MARROW : Tissue.CORTICAL_BONE;
        }
        return Tissue.AIR;
    }
}
