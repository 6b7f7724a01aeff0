package org.midline.phantom.head.procedural;

import java.util.Optional;
import org.midline.phantom.head.Tissue;

/** The middle of the cerebrum: ventricles, thalami, basal ganglia, cisterns around the midbrain. */
final class DeepBrain {
    private static final Tube LATERAL_VENTRICLE = new Tube(
            new double[] {9, -29, 5, 3.2},
            new double[] {7.5, -18, 13, 4.8},
            new double[] {7.5, -4, 19, 4.8},
            new double[] {11, 14, 22, 4.6},
            new double[] {20, 32, 19, 5.6},
            new double[] {27, 43, 8, 6});
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
        double swelling = traits.ventricleScale();
        if (inThirdVentricle(a, y, z)) {
            return Optional.of(Tissue.VENTRICLE);
        }
        if (inThalamus(a, y, z)) {
            return Optional.of(Tissue.THALAMUS);
        }
        if (a < 10 && CALLOSUM.contains(x * 0.35, y, z, 1)) {
            return Optional.of(Tissue.WHITE_MATTER);
        }
        if (LATERAL_VENTRICLE.contains(a, y, z, swelling)
                || TEMPORAL_HORN.contains(a, y, z, 0.4 + 0.6 * swelling)
                || OCCIPITAL_HORN.contains(a, y, z, swelling)) {
            boolean plexus = Solids.inEllipsoid(a, y, z, 25, 40, 9, 3, 6, 4);
            return Optional.of(plexus ? Tissue.CHOROID_PLEXUS : a < 1 ? Tissue.WHITE_MATTER : Tissue.VENTRICLE);
        }
        if (CAUDATE.contains(a, y, z, 1) || Solids.inEllipsoid(a, y, z, 27, -2, 2, 5.5, 16, 11)) {
            return Optional.of(Tissue.BASAL_GANGLIA);
        }
        if (Solids.inEllipsoid(a, y, z, 20, 3, 0, 4.5, 9, 6.5)) {
            return Optional.of(Tissue.PALLIDUM);
        }
        if (FORNIX.contains(a, y, z, 1)) {
            return Optional.of(Tissue.WHITE_MATTER);
        }
        if (HIPPOCAMPUS.contains(a, y, z, 1)) {
            return Optional.of(Tissue.CORTEX);
        }
        if (CAROTID.contains(a, y, z, 1) || POSTERIOR_CEREBRAL.contains(a, y, z, 1)) {
            return Optional.of(Tissue.ARTERY);
        }
        return cistern(x, a, y, z);
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
        boolean suprasellar = Solids.inEllipsoid(a, y, z, 0, 2, -20, 14, 15, 9.5);
        boolean quadrigeminal = Solids.inEllipsoid(a, y, z, 0, 42, -2, 11, 6, 9);
        boolean velum = Solids.inEllipsoid(a, y, z, 0, 26, 9.5, 7, 14, 2);
        double margin = traits.cisternMm() * (y > 20 ? 1 : 0.7);
        boolean ambient = z < -3 && Brainstem.level(x, y, z, traits.brainstemScale(), margin) < 1;
        return suprasellar || quadrigeminal || velum || ambient ? Optional.of(Tissue.CSF) : Optional.empty();
    }

    private boolean inThirdVentricle(double a, double y, double z) {
        double width = traits.thirdVentricleHalfWidthMm();
        if (a > width) {
            return false;
        }
        double v = (y - 9) / 19;
        double w = (z + 3) / 12;
        double t = 1 - v * v - w * w;
        return t > 0 && a < width * Math.sqrt(t) && !(Math.abs(y - 8) < 3 && Math.abs(z - 2) < 2.5 && width < 2.6);
    }

    private boolean inThalamus(double a, double y, double z) {
        double shift = Math.max(0, traits.thirdVentricleHalfWidthMm() - 2) * 0.8;
        return Solids.inEllipsoid(a - 0.28 * (y - 16) - shift, y, z, 11, 16, 8, 10, 16, 9.2) && a > 0.8;
    }
}
