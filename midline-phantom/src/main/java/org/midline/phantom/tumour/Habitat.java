package org.midline.phantom.tumour;

import java.util.EnumSet;
import java.util.Set;
import org.midline.core.Mask;
import org.midline.core.morphology.DistanceTransform;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/**
 * What a window of a head offers a tumour: how fast cells diffuse (D) and multiply (rho), with rho = 1 in the tissue the
 * tumour comes from, which sets the unit of time.
 *
 * <p>Glioma cells move about five times faster in white matter than in grey (Swanson, Alvord, Murray, Cell Proliferation
 * 2000;33:317-329); what else differs between tissues is chosen for this phantom. Fluid, bone, dura and vessels stop it,
 * but for the fluid of the cisterns next to the brainstem if the plan has it grow exophytically.
 */
final class Habitat {
    private static final Set<Tissue> BRAINSTEM =
            EnumSet.of(Tissue.MIDBRAIN, Tissue.PONS, Tissue.MEDULLA, Tissue.SPINAL_CORD);

    private final HeadWindow window;
    private final byte[] tissues;
    private final float[][] diffusivity;
    private final float[] rate;

    Habitat(HeadMap head, HeadWindow window, TumourPlan plan, Draw draw) {
        this.window = window;
        var coarse = new NoiseField(draw, 6, 2);
        var fine = new NoiseField(draw, 2.5, 2);
        var vigour = new NoiseField(draw, 5, 2);
        tissues = new byte[window.count()];
        window.forEach((n, i, j, k) -> tissues[n] = head.tissues()[head.grid().index(i, j, k)]);
        var fibres = new FibreDirections(
                tissues, window.sizeI(), window.sizeJ(), plan.spread().anisotropy());
        boolean[] cistern = cistern(head, plan);
        diffusivity = new float[3][tissues.length];
        rate = new float[tissues.length];
        double unit = plan.spread().infiltrationMm() * plan.spread().infiltrationMm();
        double roughness = plan.spread().roughness();
        var factors = new float[3];
        window.forEach((n, i, j, k) -> {
            Tissue tissue = Tissue.of(tissues[n]);
            double d = cistern[n] ? 0.25 : mobility(tissue);
            if (d == 0 || atBorder(i, j, k)) {
                return;
            }
            fibres.factors(tissue, n, factors);
            double noise = cut(0.8 * coarse.at(i, j, k) + 0.6 * fine.at(i, j, k));
            double here = unit * d * Math.exp(0.5 * roughness * noise);
            for (int axis = 0; axis < 3; axis++) {
                diffusivity[axis][n] = (float) (here * factors[axis]);
            }
            double rho = cistern[n] ? 0.6 : vigour(tissue, plan.site());
            rate[n] = (float) (rho * Math.exp(roughness * cut(vigour.at(i, j, k))));
        });
    }

    private static double cut(double deviate) {
        return Math.max(-1.7, Math.min(1.7, deviate));
    }

    /** D relative to that in white matter, across fibres. */
    private static double mobility(Tissue tissue) {
        return switch (tissue) {
            case WHITE_MATTER, CEREBELLAR_WHITE_MATTER -> 1;
            case PONS, MIDBRAIN, MEDULLA, SPINAL_CORD -> 0.9;
            case THALAMUS -> 0.5;
            case BASAL_GANGLIA, PALLIDUM -> 0.3;
            case CORTEX, CEREBELLAR_CORTEX -> 0.2;
            default -> 0;
        };
    }

    /** A tumour fills the structure it comes from before it takes the next: rho relative to that at home. */
    private static double vigour(Tissue tissue, TumourSite site) {
        if (tissue == site.tissue()) {
            return 1;
        }
        boolean within = BRAINSTEM.contains(tissue) && BRAINSTEM.contains(site.tissue());
        return switch (tissue) {
            case PONS, MIDBRAIN, MEDULLA, SPINAL_CORD -> within ? 0.5 : 0.35;
            case THALAMUS -> 0.5;
            case CEREBELLAR_WHITE_MATTER -> 0.4;
            case WHITE_MATTER -> 0.35;
            default -> 0.25;
        };
    }

    /** The fluid that an exophytic tumour may take: near the brainstem and not touching any other part of the brain. */
    private boolean[] cistern(HeadMap head, TumourPlan plan) {
        var free = new boolean[tissues.length];
        double reach = plan.spread().exophyticMm();
        if (reach == 0) {
            return free;
        }
        var brainstem = new boolean[tissues.length];
        for (int n = 0; n < brainstem.length; n++) {
            brainstem[n] = BRAINSTEM.contains(Tissue.of(tissues[n]));
        }
        var grid = head.grid()
                .window(
                        window.startI(),
                        window.startJ(),
                        window.startK(),
                        window.sizeI(),
                        window.sizeJ(),
                        window.sizeK());
        float[] squared = DistanceTransform.squaredMm(new Mask(grid, brainstem));
        int[] strides = {1, window.sizeI(), window.sizeI() * window.sizeJ()};
        window.forEach((n, i, j, k) -> {
            if (tissues[n] != Tissue.CSF.label() || squared[n] > reach * reach || atBorder(i, j, k)) {
                return;
            }
            boolean touches = false;
            for (int stride : strides) {
                touches |= isOtherBrain(n + stride) || isOtherBrain(n - stride);
            }
            free[n] = !touches;
        });
        return free;
    }

    private boolean isOtherBrain(int n) {
        Tissue tissue = Tissue.of(tissues[n]);
        return tissue.isBrain() && !BRAINSTEM.contains(tissue);
    }

    private boolean atBorder(int i, int j, int k) {
        return i == window.startI()
                || j == window.startJ()
                || k == window.startK()
                || i == window.startI() + window.sizeI() - 1
                || j == window.startJ() + window.sizeJ() - 1
                || k == window.startK() + window.sizeK() - 1;
    }

    HeadWindow window() {
        return window;
    }

    Tissue tissue(int n) {
        return Tissue.of(tissues[n]);
    }

    boolean isOpen(int n) {
        return rate[n] > 0;
    }

    FisherKpp emptyOfTumour(double spacingMm) {
        return new FisherKpp(window.sizeI(), window.sizeJ(), window.sizeK(), spacingMm, diffusivity, rate);
    }
}
