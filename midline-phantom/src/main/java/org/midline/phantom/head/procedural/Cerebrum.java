package org.midline.phantom.head.procedural;

import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.NoiseField;

/** Above the tentorium, outside the deep structures: folded cortex, fissures, white matter. */
final class Cerebrum {
    /** Mean slope per mm of the folding field where it crosses zero. */
    private static final double FOLDING_SLOPE = 0.26;

    private final HeadTraits traits;
    private final NoiseField folding;
    private final NoiseField depthField;

    Cerebrum(HeadTraits traits, NoiseField folding, NoiseField depthField) {
        this.traits = traits;
        this.folding = folding;
        this.depthField = depthField;
    }

    /**
     * The tissue at a point inside the cavity.
     *
     * @param level of the vault at the point, {@link Cranium#level}
     * @param wallMm distance to vault, base or tentorium, the nearest
     */
    Tissue tissue(double x, double y, double z, double level, double wallMm) {
        double depth = wallMm - traits.csfGapMm();
        double a = Math.abs(x);
        if (depth < 0) {
            return Tissue.CSF;
        }
        double cortex = traits.cortexMm();
        double nearest = depth;
        double fissure = fissureMm(x, y, z);
        if (fissure < 0) {
            return a < 0.7 && wallMm < 40 && outsideCallosum(y, z, 14) ? Tissue.DURA : Tissue.CSF;
        }
        nearest = Math.min(nearest, fissure);
        double sylvian = sylvianMm(a, y, z, x);
        if (sylvian < 0) {
            return Tissue.CSF;
        }
        nearest = Math.min(nearest, sylvian);
        double limit = traits.sulcusDepthMm() + 3 * depthField.at(x, y, z);
        double medialDepth = Math.min(depth, fissure);
        if (medialDepth < limit + cortex) {
            double shrink = 0.3 + 0.7 / Math.max(level, 0.3);
            double qx = x * shrink;
            double qy = Cranium.CENTRE_Y + (y - Cranium.CENTRE_Y) * shrink;
            double qz = Cranium.CENTRE_Z + (z - Cranium.CENTRE_Z) * shrink;
            double value = folding.at(qx, qy, qz) + 0.5 * folding.at(0.6 * x + 91, 0.6 * y, 0.6 * z);
            double sulcus = Math.abs(value) / FOLDING_SLOPE * level;
            double open = 1 + 0.45 * depthField.at(y, z, x);
            double opening = traits.sulcusHalfWidthMm() * open * (1.6 - 1.1 * Math.min(1, medialDepth / limit));
            if (sulcus < opening && medialDepth < limit) {
                return Tissue.CSF;
            }
            double beyond = medialDepth - limit;
            double fromSulcus = beyond > 0 ? Math.sqrt(sulcus * sulcus + beyond * beyond) : sulcus;
            nearest = Math.min(nearest, fromSulcus - 0.5 * opening);
        }
        return nearest < cortex ? Tissue.CORTEX : Tissue.WHITE_MATTER;
    }

    /** Distance to the longitudinal fissure, negative in it, large where the hemispheres are joined. */
    private double fissureMm(double x, double y, double z) {
        if (!outsideCallosum(y, z, 0)) {
            return 99;
        }
        double wander = 0.6 * depthField.at(0, y * 1.5, z * 1.5);
        return Math.abs(x - wander) - (0.6 + 0.5 * traits.sulcusHalfWidthMm());
    }

    private static boolean outsideCallosum(double y, double z, double marginMm) {
        double v = (y - 5) / (39 + marginMm);
        double w = (z - 3) / (27 + marginMm);
        return v * v + w * w > 1;
    }

    /** Distance to the lateral fissure and the cleft over the insula, negative in them. */
    private double sylvianMm(double a, double y, double z, double x) {
        if (a < 30 || y < -34 || y > 42) {
            return 99;
        }
        double height = z - (-9 + 0.3 * (y + 15) + 1.5 * depthField.at(x, y * 0.5, 50));
        double ends = Math.max(0, Math.max(-26 - y, y - 34));
        double half = 0.7 + 1.1 * traits.sulcusHalfWidthMm();
        double sheet = Math.max(Math.abs(height), 38 - a) + ends - half;
        double over = Math.max(0, Math.max(Math.abs(height - 3) - 11, Math.abs(y - 2) - 20));
        double insula = Math.abs(a - 38.5) + over - 0.6 * half;
        return Math.min(sheet, insula);
    }
}
