package org.midline.phantom.head.procedural;

import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.NoiseField;

/** Below the tentorium: cerebellum with folia, its peduncles, the fourth ventricle, cisterns and vessels. */
final class PosteriorFossa {
    private final HeadTraits traits;
    private final NoiseField folding;

    PosteriorFossa(HeadTraits traits, NoiseField folding) {
        this.traits = traits;
        this.folding = folding;
    }

    /** The tissue at a point inside the cavity, outside the brainstem; {@code wallMm} is the distance to bone. */
    Tissue tissue(double x, double y, double z, double wallMm) {
        double a = Math.abs(x);
        if (inFourthVentricle(a, y, z)) {
            return Tissue.VENTRICLE;
        }
        if (inVessel(x, y, z)) {
            return Tissue.ARTERY;
        }
        if (Solids.inEllipsoid(a, y, z, 20, 37, -33, 13, 8, 8.5)) {
            return Tissue.CEREBELLAR_WHITE_MATTER;
        }
        double margin = 1.2 + 0.4 * traits.csfGapMm();
        double vallecula = a < 6 && z < -48 ? 8 : 0;
        double u = a / 62;
        double v = (y - 56) / 42;
        double w = Math.min(0, z + 34) / 30;
        double level = Math.sqrt(u * u + v * v + w * w);
        double front = y - (27 + 0.12 * a - 0.0012 * a * a);
        double depth = Math.min(Math.min(wallMm - margin, (1 - level) * 30), front) - vallecula;
        if (depth < 0) {
            return Tissue.CSF;
        }
        return cerebellum(a, x, y, z, depth);
    }

    private boolean inFourthVentricle(double a, double y, double z) {
        double scale = 0.55 + 0.45 * traits.ventricleScale();
        double height = (z + 35) / (14 * scale);
        if (Math.abs(height) > 1) {
            return false;
        }
        double taper = 1 - height * height;
        return a < 8.5 * scale * taper && y < 37 + 9.5 * scale * taper * (1 - a / 14) && y > 28;
    }

    private boolean inVessel(double x, double y, double z) {
        if (z < -18 && z > -46) {
            double dx = x - 0.8 * Math.sin(z * 0.15);
            double dy = y - (Brainstem.frontY(z, traits.brainstemScale()) - 2.6);
            return dx * dx + dy * dy < 1.7 * 1.7;
        }
        if (z <= -46 && z > -72) {
            double dx = Math.abs(x) - (1 + (-46 - z) * 0.32);
            double dy = y - (Brainstem.frontY(z, traits.brainstemScale()) - 1.5);
            return dx * dx + dy * dy < 1.4 * 1.4;
        }
        return false;
    }

    private Tissue cerebellum(double a, double x, double y, double z, double depth) {
        double radius = Math.sqrt((y - 45) * (y - 45) + (z + 36) * (z + 36));
        double angle = Math.atan2(z + 36, y - 45);
        double wave = angle * 6.5 + 1.1 * folding.at(x * 0.8, y * 0.8, z * 0.8) + a * 0.02;
        double phase = Math.abs(wave - 2 * Math.floor(wave / 2) - 1);
        double fine = wave * 2 - Math.floor(wave * 2);
        boolean core = Solids.inEllipsoid(a, y, z, 21, 52, -36, 17, 13, 8) || (radius < 9 && a < 8);
        if (core) {
            return Tissue.CEREBELLAR_WHITE_MATTER;
        }
        if (phase < 0.16 && depth < 9 && radius > 12) {
            return Tissue.CSF;
        }
        if ((phase > 0.74 && depth > 3) || (fine > 0.85 && phase > 0.45 && depth > 5)) {
            return Tissue.CEREBELLAR_WHITE_MATTER;
        }
        return Tissue.CEREBELLAR_CORTEX;
    }
}
