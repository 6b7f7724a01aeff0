package org.midline.phantom.head.procedural;

import org.midline.phantom.noise.NoiseField;

/**
 * The surface that a sheet stretched over the hemispheres' gyri would have, down into the longitudinal fissure, the
 * callosal sulcus and over the insula, as a distance in template mm.
 */
final class CerebralHull {
    /** Over this distance the distances to two surfaces blend, which rounds the edges between them. */
    private static final double ROUNDING_MM = 4;

    private static final double CALLOSUM_Y = 5;
    private static final double CALLOSUM_Z = 3;
    private static final double CALLOSUM_RADIUS_Y = 39;
    private static final double CALLOSUM_RADIUS_Z = 27;
    private static final double FAR = 60;

    private final HeadTraits traits;
    private final NoiseField wander;

    /** @param wander a smooth field that bends the fissures */
    CerebralHull(HeadTraits traits, NoiseField wander) {
        this.traits = traits;
        this.wander = wander;
    }

    /** Distance to the hull, positive inside the brain, in mm where it is small. */
    double depthMm(double x, double y, double z) {
        double a = Math.abs(x);
        double depth = rounded(wallMm(x, a, y, z) - traits.csfGapMm(), fissureMm(x, y, z));
        depth = rounded(depth, callosalSulcusMm(a, y, z));
        return rounded(depth, sylvianMm(x, a, y, z));
    }

    /** True in the plane of the falx: where a point of the longitudinal fissure belongs to it. */
    static boolean reachesFalx(double y, double z) {
        return belowCallosumMm(y, z) < (y < 20 ? -14 : -8);
    }

    /** 1 in the callosum and between the ventricles below it, where there is no sulcus; 0 a few mm away from it. */
    static double withinCallosum(double x, double y, double z) {
        return Solids.step(belowCallosumMm(y, z), -1, 4) * (1 - Solids.step(Math.abs(x), 16, 24));
    }

    /** Distance to the lateral fissure and the cleft over the insula. */
    double fromSylvianMm(double x, double y, double z) {
        return sylvianMm(x, Math.abs(x), y, z);
    }

    private static double wallMm(double x, double a, double y, double z) {
        double level = Cranium.level(x, y, z);
        double vault = level > 2 ? -FAR : Math.min(FAR, Cranium.depthMm(x, y, z, level));
        double base = 0.9 * (z - Cranium.baseZ(a, y));
        double above = Math.max(0, 0.93 * (z - Cranium.tentoriumZ(a, y)));
        double before = Math.max(0, 0.85 * (Cranium.petrousY(a) - 3 - y));
        return Math.min(Math.min(vault, base), Math.sqrt(above * above + before * before));
    }

    private double fissureMm(double x, double y, double z) {
        double bend = 0.7 * wander.at(40, y * 0.7, z * 0.7);
        double aside = Math.abs(x - bend) - (0.5 + 0.7 * traits.sulcusHalfWidthMm());
        double below = belowCallosumMm(y, z);
        if (below <= 0) {
            return aside;
        }
        double outside = Math.max(0, aside);
        return Math.sqrt(outside * outside + below * below);
    }

    /** The cleft between the callosum and the gyrus that runs around it. */
    private double callosalSulcusMm(double a, double y, double z) {
        double aside = Math.max(0, a - 8);
        double low = Math.max(0, 2 - z);
        double across = belowCallosumMm(y, z);
        return Math.sqrt(aside * aside + low * low + across * across) - (0.3 + 0.4 * traits.sulcusHalfWidthMm());
    }

    /** How far a point of the midsagittal plane lies below the callosum's upper surface, about. */
    private static double belowCallosumMm(double y, double z) {
        double v = (y - CALLOSUM_Y) / CALLOSUM_RADIUS_Y;
        double w = (z - CALLOSUM_Z) / CALLOSUM_RADIUS_Z;
        return (1 - Math.sqrt(v * v + w * w)) * 31;
    }

    /** The lateral fissure: a cleft from the side, and the T it makes over the insula. */
    private double sylvianMm(double x, double a, double y, double z) {
        if (a < 20 || y < -46 || y > 56 || Math.abs(z) > 45) {
            return FAR;
        }
        double bend = wander.at(x * 0.6, y * 0.6, 50);
        double height = z - (-9 + 0.32 * (y + 15) + 2.2 * bend);
        double insulaA = 36.5 - 0.006 * (y - 2) * (y - 2) + 0.07 * height + 0.8 * wander.at(70, y * 0.7, z * 0.7);
        double half = 0.6 + 0.9 * traits.sulcusHalfWidthMm();
        double beyond = Math.max(0, Math.max(-27 - y, y - 33));
        double medial = Math.max(0, insulaA - a);
        double cleft = Math.sqrt(height * height + medial * medial + beyond * beyond) - half;
        double ends = Math.max(0, Math.max(-19 - y, y - 21));
        double overlap = Math.max(0, Math.max(height - 15, -7 - height));
        double across = a - insulaA;
        double insula = Math.sqrt(across * across + ends * ends + overlap * overlap) - 0.8 * half;
        return Math.min(cleft, insula);
    }

    private static double rounded(double a, double b) {
        double near = Math.max(0, ROUNDING_MM - Math.abs(a - b)) / ROUNDING_MM;
        return Math.min(a, b) - 0.25 * ROUNDING_MM * near * near;
    }
}
