package org.midline.phantom.head.procedural;

import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.NoiseField;

/** Below the tentorium: cerebellum with its folia and peduncles, the fourth ventricle, cisterns and vessels. */
final class PosteriorFossa {
    /** The axis from side to side around which the fissures fan out. */
    private static final double HUB_Y = 42;

    private static final double HUB_Z = -37;
    private static final double FISSURES_PER_RADIAN = 2.6;
    private static final Tube MIDDLE_PEDUNCLE = new Tube(
            new double[] {9, 26, -32, 7.5},
            new double[] {18, 34, -34, 6.5},
            new double[] {24, 44, -36, 6},
            new double[] {27, 50, -37, 5});
    private static final Tube UPPER_PEDUNCLE =
            new Tube(new double[] {4.5, 33, -16, 2.2}, new double[] {7, 39, -26, 2.6}, new double[] {13, 46, -35, 3.5});

    private final HeadTraits traits;
    private final NoiseField folding;
    private final Tube tonsil;

    PosteriorFossa(HeadTraits traits, NoiseField folding) {
        this.traits = traits;
        this.folding = folding;
        double tip = -61 - traits.tonsilDescentMm();
        double tipA = traits.tonsilDescentMm() > 5 ? 3.2 : 5;
        tonsil = new Tube(new double[] {8, 47, -52, 7}, new double[] {6.5, 46, -57, 6}, new double[] {
            tipA, 47 - 0.1 * (tip + 61), tip, 4
        });
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
        if ((wallMm > 0.5 && MIDDLE_PEDUNCLE.contains(a, y, z, 1)) || UPPER_PEDUNCLE.contains(a, y, z, 1)) {
            return Tissue.CEREBELLAR_WHITE_MATTER;
        }
        double noise = folding.at(x * 0.5, y * 0.5, z * 0.5);
        double depth = depthMm(a, y, z, wallMm) + 0.5 * noise;
        if (depth < 0) {
            boolean low = a > 0.4 && tonsil.contains(a, y, z, 1);
            return low ? Tissue.CEREBELLAR_CORTEX : Tissue.CSF;
        }
        return cerebellum(a, x, y, z, depth, noise);
    }

    /** The tissue in the canal below the foramen magnum, around the cord. */
    Tissue canal(double x, double y, double z) {
        if (inVessel(x, y, z)) {
            return Tissue.ARTERY;
        }
        double a = Math.abs(x);
        return a > 0.4 && tonsil.contains(a, y, z, 1) ? Tissue.CEREBELLAR_CORTEX : Tissue.CSF;
    }

    /** Distance below the hull of the cerebellum: the fossa, cut off in front, notched behind and below. */
    private double depthMm(double a, double y, double z, double wallMm) {
        double margin = 0.5 + 0.5 * traits.csfGapMm();
        double u = a / 60;
        double v = (y - 56) / 44;
        double w = Math.min(0, z + 36) / (30 - traits.cisternaMagnaMm());
        double round = (1 - Math.sqrt(u * u + v * v + w * w)) * 31;
        double surface = Math.max(27 - 0.22 * Math.max(0, a - 14), Cranium.petrousY(a) + 2);
        double front = y - surface - 0.3 * Math.max(0, -42 - z);
        double notch = y > 45 ? 9 * Math.exp(-a * a / 22) * Solids.step(y - 0.8 * z, 100, 122) : 0;
        double vallecula = z < -50 ? Math.max(0, 9 - 1.6 * a) * Solids.step(-z, 50, 56) : 0;
        return Math.min(Math.min(wallMm - margin, round), front) - Math.max(notch, vallecula);
    }

    private boolean inFourthVentricle(double a, double y, double z) {
        double scale = 0.55 + 0.45 * traits.ventricleScale();
        double height = (z + 35) / (14 * scale);
        if (Math.abs(height) > 1) {
            return false;
        }
        double taper = 1 - height * height;
        return a < 8.5 * scale * taper && y < 36.5 + 8.5 * scale * taper * (1 - a / 14) && y > 28;
    }

    private boolean inVessel(double x, double y, double z) {
        if (z < -16 && z > -46) {
            double dx = x - 0.9 * Math.sin(z * 0.15 + traits.ageYears());
            double dy = y - (Brainstem.frontY(z, traits.brainstemScale()) - 1.6);
            return dx * dx + dy * dy < 1.7 * 1.7;
        }
        if (z <= -46 && z > -86) {
            double dx = Math.abs(x) - Math.min(9, 1 + (-46 - z) * 0.32);
            double dy = y - (Brainstem.frontY(z, traits.brainstemScale()) - 1.5 + 0.1 * Math.max(0, -z - 60));
            return dx * dx + dy * dy < 1.4 * 1.4;
        }
        return false;
    }

    /** A tree of white matter whose branches run into the leaves, which fissures part. */
    private Tissue cerebellum(double a, double x, double y, double z, double depth, double noise) {
        double dy = y - HUB_Y;
        double dz = z - HUB_Z - 0.1 * a;
        double radius = Math.sqrt(dy * dy + dz * dz);
        double core = a < 9
                ? (radius - 7) / 7
                : Math.sqrt((a - 22) * (a - 22) / 230 + (dy - 9) * (dy - 9) / 120 + dz * dz / 34) - 1;
        if (core + 0.12 * noise < 0 && depth > 2.5) {
            return Tissue.CEREBELLAR_WHITE_MATTER;
        }
        double wave = FISSURES_PER_RADIAN * (Math.atan2(dz, dy) + Math.PI)
                + 0.28 * folding.at(x * 0.55, y * 0.7, z * 0.7)
                + 0.012 * a;
        double leaf = Math.abs(wave - Math.floor(wave) - 0.5);
        double widthMm = Math.max(radius, 12) / FISSURES_PER_RADIAN;
        double fromFissure = (0.5 - leaf) * widthMm;
        double finer = 3 * wave - Math.floor(3 * wave);
        double fromFineFissure = Math.min(finer, 1 - finer) * widthMm / 3;
        boolean open = 0.3 + 0.3 * traits.sulcusHalfWidthMm() > fromFissure && depth < 7 + 3 * noise;
        if (open || (fromFineFissure < 0.3 && depth < 2)) {
            return Tissue.CSF;
        }
        double branch = leaf * widthMm;
        double twig = Math.abs(finer - 0.5) * widthMm / 3;
        boolean white = (branch < 0.4 + 0.035 * depth && depth > 4) || (twig < 0.4 && depth > 2.8 && depth < 8);
        return white ? Tissue.CEREBELLAR_WHITE_MATTER : Tissue.CEREBELLAR_CORTEX;
    }
}
