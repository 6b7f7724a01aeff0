package org.midline.phantom.head.procedural;

import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.NoiseField;

/** Everything outside the cavity: vault, scalp, skull base, spine, and by way of {@link Face} what lies in front. */
final class FaceAndNeck {
    private static final double THICKEST_COVER_MM = 20;

    private final HeadTraits traits;
    private final NoiseField texture;
    private final NoiseField fine;
    private final Face face;

    FaceAndNeck(HeadTraits traits, NoiseField texture, NoiseField fine) {
        this.traits = traits;
        this.texture = texture;
        this.fine = fine;
        face = new Face(traits, texture, fine);
    }

    /** True for points that are air for certain, and some mm from the skin. */
    static boolean isFarOutside(double x, double y, double z) {
        double a = Math.abs(x);
        double level = Cranium.level(x, y, z);
        return level > 1
                && Cranium.depthMm(x, y, z, level) < -THICKEST_COVER_MM
                && underSkinMm(a, y, z, -THICKEST_COVER_MM) < -6;
    }

    /**
     * The tissue at a point outside the cavity.
     *
     * @param outsideMm distance outside the vault along the ray from its centre, negative under the vault
     * @param belowBaseMm distance below the skull base, negative above it
     */
    Tissue tissue(double x, double y, double z, double outsideMm, double belowBaseMm) {
        double a = Math.abs(x);
        double bumps = texture.at(0.4 * x, 0.4 * y, 0.4 * z);
        double skull = traits.skullMm() * (1 + 0.12 * bumps + 0.25 * Solids.step(y, 75, 100));
        double scalp = traits.scalpMm() * (1 + 0.1 * texture.at(0.4 * y, 0.4 * x, 0.4 * z));
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
            boolean temporalis = a > 48 && y > -50 && y < 30 && z < 30 && underSkin > 3.5;
            return temporalis ? Tissue.MUSCLE : Tissue.FAT;
        }
        return below(x, a, y, z, underSkin, Math.max(belowBaseMm, outsideMm));
    }

    private static double vaultEndZ(double y) {
        return y < 20 ? -22 - 0.1 * (y + 60) : -32 - 0.35 * (y - 20);
    }

    private static double underSkinMm(double a, double y, double z, double vault) {
        double under = vault;
        if (z < 10) {
            under = Math.max(under, Face.underSkinMm(a, y, z));
        }
        if (z < -45) {
            double p = a / 55;
            double q = (y - 26) / 52;
            under = Math.max(under, (1 - Math.sqrt(p * p + q * q)) * 54);
        }
        return under;
    }

    private Tissue below(double x, double a, double y, double z, double underSkin, double fromBrainMm) {
        Tissue front = face.tissue(x, a, y, z);
        if (front != Tissue.AIR) {
            return front;
        }
        if (face.isAirway(x, a, y, z)) {
            return Tissue.AIR;
        }
        double noise = texture.at(x, y, z);
        if (Solids.inEllipsoid(a, y, z, 52, 36, -42, 11, 13, 14)) {
            return fine.at(x, y, z) > 0 ? Tissue.AIR : Tissue.CORTICAL_BONE;
        }
        if (fromBrainMm < 5 + 2 * noise) {
            return fromBrainMm > 2 && noise > 0 ? Tissue.MARROW : Tissue.CORTICAL_BONE;
        }
        if (y > -6 && y < 24 && a < 9 && z > -70 && z < -26) {
            return y > -4.5 && y < 22.5 && a < 7.5 ? Tissue.MARROW : Tissue.CORTICAL_BONE;
        }
        Tissue spine = spine(a, y, z);
        if (spine != Tissue.AIR) {
            return spine;
        }
        double subcutaneous = 4.5 + 1.2 * texture.at(0.5 * x, 0.5 * y, 0.5 * z);
        if (underSkin < subcutaneous) {
            return Tissue.FAT;
        }
        return muscles(x, y, z);
    }

    /** Muscles parted by thin planes of fat. */
    private Tissue muscles(double x, double y, double z) {
        double part = texture.at(x * 0.8, y * 0.8, z * 0.35);
        if (Math.abs(part) < 0.22) {
            return Tissue.FAT;
        }
        return part > 1.6 ? Tissue.FAT : Tissue.MUSCLE;
    }

    private static Tissue spine(double a, double y, double z) {
        if (z > -72) {
            return Tissue.AIR;
        }
        double axis = Brainstem.axisY(z);
        double arch = Math.hypot(a, (y - axis) * (y > axis ? 0.75 : 1));
        if (arch < 13) {
            double step = (-z - 72) % 17;
            return y > axis && step < 5 ? Tissue.FAT : Tissue.CORTICAL_BONE;
        }
        double body = Math.hypot(a, (y - axis + 20) * 1.15);
        if (body < 12) {
            double disc = (-z - 72) % 17;
            return disc < 4 ? Tissue.MUSCLE : body < 10.5 ? Tissue.MARROW : Tissue.CORTICAL_BONE;
        }
        return Tissue.AIR;
    }
}
