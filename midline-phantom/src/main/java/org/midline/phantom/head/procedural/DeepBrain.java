package org.midline.phantom.head.procedural;

import java.util.Optional;
import org.midline.phantom.head.Tissue;

/** The middle of the cerebrum: ventricles, thalami, basal ganglia, cisterns around the midbrain. */
final class DeepBrain {
    private static final Tube LATERAL_VENTRICLE = new Tube(
            slanted(9, -30, 4, 3),
            slanted(8.5, -20, 12, 4.6),
            slanted(8.5, -6, 18, 4.6),
            slanted(11, 14, 22, 4.3),
            slanted(19, 31, 19, 4.6),
            slanted(25, 41, 11, 4.8));
    private static final Tube TRIGONE =
            new Tube(new double[] {21, 33, 17, 4.2}, new double[] {26, 42, 9, 5.4}, new double[] {26.5, 43, 6, 5});
    private static final Tube PLEXUS = new Tube(
            new double[] {9, 10, 17, 1}, new double[] {20, 30, 15, 1.6}, new double[] {25.5, 41, 8, 2.6}, new double[] {
                31, 30, -6, 1
            });
    private static final Tube DEEP_VEIN = new Tube(
            new double[] {2.2, 4, 11, 0.9},
            new double[] {1.6, 22, 10.5, 1.1},
            new double[] {0.5, 37, 7.5, 1.7},
            new double[] {0, 45, 10, 2},
            new double[] {0, 53, 2, 2});
    private static final Tube TEMPORAL_HORN = new Tube(
            new double[] {27, 43, 8, 6}, new double[] {32, 32, -6, 3.2}, new double[] {34, 18, -14, 2.4}, new double[] {
                32, 4, -18, 1.8
            });
    private static final Tube OCCIPITAL_HORN =
            new Tube(new double[] {26, 43, 8, 5.5}, new double[] {24, 60, 6, 3}, new double[] {21, 70, 5, 1.5});
    private static final Tube CAUDATE = new Tube(
            new double[] {14, -22, 5, 6}, new double[] {16, -12, 12, 5}, new double[] {18, 4, 20, 3.5}, new double[] {
                24, 24, 22, 2.2
            });
    private static final Tube FORNIX =
            new Tube(new double[] {1.5, -12, 4, 1.6}, new double[] {2.5, 4, 14, 2}, new double[] {8, 28, 14, 2.2});
    private static final Tube HIPPOCAMPUS =
            new Tube(new double[] {25, 8, -19, 5}, new double[] {28, 22, -13, 4.2}, new double[] {24, 35, -2, 3});
    private static final Tube CAROTID = new Tube(
            new double[] {13, -4, -28, 2.2},
            new double[] {12, -4, -17, 2},
            new double[] {24, -4, -15, 1.6},
            new double[] {38, 0, -10, 1.3});
    private static final Tube POSTERIOR_CEREBRAL =
            new Tube(new double[] {2, 8, -17, 1.4}, new double[] {14, 14, -14, 1.3}, new double[] {21, 27, -9, 1.2});
    private static final Tube CALLOSUM = new Tube(
            new double[] {0, -22, 0, 3},
            new double[] {0, -31, 6, 4.5},
            new double[] {0, -26, 16, 3.6},
            new double[] {0, -12, 24, 3},
            new double[] {0, 10, 28, 2.8},
            new double[] {0, 30, 24, 3},
            new double[] {0, 42, 15, 4.8},
            new double[] {0, 39, 9, 3.5});

    private final HeadTraits traits;

    DeepBrain(HeadTraits traits) {
        this.traits = traits;
    }

    /** The tissue, if the point belongs to one of the deep structures; asked above the tentorium only. */
    Optional<Tissue> tissue(double x, double y, double z) {
        double a = Math.abs(x);
        if (a > 44 || y < -46 || y > 76 || z < -34 || z > 42) {
            return Optional.empty();
        }
        if (inThirdVentricle(a, y, z)) {
            return Optional.of(Tissue.VENTRICLE);
        }
        if (inThalamus(a, y, z)) {
            return Optional.of(Tissue.THALAMUS);
        }
        if (a < 10 && CALLOSUM.contains(x * 0.35, y, z, 1)) {
            return Optional.of(Tissue.WHITE_MATTER);
        }
        if (a < 3.5 && DEEP_VEIN.contains(a, y, z, 1)) {
            return Optional.of(Tissue.VEIN);
        }
        if (inLateralVentricle(x, a, y, z)) {
            return Optional.of(inVentricle(a, y, z));
        }
        Optional<Tissue> nucleus = nucleus(a, y, z);
        return nucleus.isPresent() ? nucleus : cistern(x, a, y, z);
    }

    private boolean inLateralVentricle(double x, double a, double y, double z) {
        double swelling = x > 0 ? traits.ventricleScale() * traits.leftVentricle() : traits.ventricleScale();
        if (a < traits.cavumHalfWidthMm() + 1 && traits.cavumHalfWidthMm() > 0) {
            boolean between = Solids.inEllipsoid(0, y, z, 0, -7, 12, 1, 20, 9);
            return between && (a < traits.cavumHalfWidthMm() || z > 0);
        }
        double[] at = slanted(a, y, z, 0);
        return LATERAL_VENTRICLE.contains(at[0], at[1], at[2], swelling)
                || TRIGONE.contains(a, y, z, swelling)
                || TEMPORAL_HORN.contains(a, y, z, 0.4 + 0.6 * swelling)
                || OCCIPITAL_HORN.contains(a, y, z, swelling);
    }

    /** What fills the lateral ventricles: fluid and plexus, the septum between them. */
    private Tissue inVentricle(double a, double y, double z) {
        double cavum = traits.cavumHalfWidthMm();
        double septumFrom = cavum > 0 && y < 16 ? cavum : 0;
        double septumTo = septumFrom > 0 ? cavum + 1 : 0.7;
        if (a >= septumFrom && a < septumTo) {
            return Tissue.WHITE_MATTER;
        }
        return PLEXUS.contains(a, y, z, 1) ? Tissue.CHOROID_PLEXUS : Tissue.VENTRICLE;
    }

    private Optional<Tissue> nucleus(double a, double y, double z) {
        double outward = 0.12 * (y + 2);
        if (Solids.inEllipsoid(a - 0.5 * outward, y, z, 19.5, 2, 0, 5.5, 10.5, 7.2) && a < 24.3 + outward) {
            return Optional.of(Tissue.PALLIDUM);
        }
        if (CAUDATE.contains(a, y, z, 1) || Solids.inEllipsoid(a - outward, y, z, 26.5, -2, 2, 5.8, 17, 11.5)) {
            return Optional.of(Tissue.BASAL_GANGLIA);
        }
        if (a < traits.thirdVentricleHalfWidthMm() + 4 && Solids.inEllipsoid(0, y, z, 0, 4, -5, 1, 11, 8)) {
            return Optional.of(Tissue.BASAL_GANGLIA);
        }
        if (FORNIX.contains(a, y, z, 1)) {
            return Optional.of(Tissue.WHITE_MATTER);
        }
        if (HIPPOCAMPUS.contains(a, y, z, 1) || Solids.inEllipsoid(a, y, z, 23.5, -2, -18, 7, 7.5, 6.5)) {
            return Optional.of(Tissue.CORTEX);
        }
        if (CAROTID.contains(a, y, z, 1) || POSTERIOR_CEREBRAL.contains(a, y, z, 1)) {
            return Optional.of(Tissue.ARTERY);
        }
        return Optional.empty();
    }

    /** Coordinates in which the bodies of the lateral ventricles, flat and rising to the side, are round. */
    private static double[] slanted(double a, double y, double z, double radius) {
        return new double[] {0.68 * (0.83 * a + 0.56 * z), y, 1.2 * (0.83 * z - 0.56 * a), radius};
    }

    private Optional<Tissue> cistern(double x, double a, double y, double z) {
        if (Solids.inEllipsoid(a, y, z, 0, -6, -13, 9, 3.5, 1.6)) {
            return Optional.of(Tissue.WHITE_MATTER);
        }
        if (a < 1.3 && z < -11 && z > -27 && Math.abs(y + 1 + 0.3 * (z + 12)) < 1.3) {
            return Optional.of(Tissue.PITUITARY);
        }
        if (z > 0 && Solids.inEllipsoid(a, y, z, 0, 37, 1, 3, 4.5, 3)) {
            return Optional.of(Tissue.PITUITARY);
        }
        boolean suprasellar = inSuprasellarCistern(a, y, z);
        boolean quadrigeminal = Solids.inEllipsoid(a, y, z, 0, 42, -2, 11, 6, 9);
        boolean velum = Solids.inEllipsoid(a, y, z, 0, 26, 9.5, 7, 14, 2);
        double margin = traits.cisternMm() * (y > 20 ? 1 : 0.7);
        boolean ambient = z < -3 && Brainstem.level(x, y, z, traits.brainstemScale(), margin) < 1;
        return suprasellar || quadrigeminal || velum || ambient ? Optional.of(Tissue.CSF) : Optional.empty();
    }

    /** The star in front of the midbrain, with rays to the interhemispheric, lateral and ambient fissures. */
    private boolean inSuprasellarCistern(double a, double y, double z) {
        double u = a / 9.5;
        double v = (y - 2) / 10;
        double w = (z + 19) / 7;
        if (u * u + v * v > 3.5 || Math.abs(w) > 1) {
            return false;
        }
        double ray = 1 + 0.38 * Math.cos(5 * Math.atan2(u, -v));
        return u * u + v * v < ray * ray * (1 - w * w);
    }

    private boolean inThirdVentricle(double a, double y, double z) {
        double width = traits.thirdVentricleHalfWidthMm();
        if (a > width) {
            return false;
        }
        double v = (y - 9) / 19;
        double w = (z + 3) / 12;
        double t = 1 - v * v - w * w;
        return t > 0 && a < width * Math.sqrt(t) && !inMassaIntermedia(y, z);
    }

    /** Where the thalami touch; not in wide ventricles. */
    private boolean inMassaIntermedia(double y, double z) {
        return traits.thirdVentricleHalfWidthMm() < 2.6 && Math.hypot(y - 9, z - 3) < 3;
    }

    private boolean inThalamus(double a, double y, double z) {
        if (a < 5 && inMassaIntermedia(y, z)) {
            return true;
        }
        double shift = Math.max(0, traits.thirdVentricleHalfWidthMm() - 2) * 0.8;
        return Solids.inEllipsoid(a - 0.28 * (y - 16) - shift, y, z, 11, 16, 8, 10, 16, 9.2) && a > 0.8;
    }
}
