package org.midline.phantom.tumour;

import java.util.ArrayList;
import java.util.List;
import org.midline.core.Vec3;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.tumour.TumourPlan.Focus;

/**
 * Draws plans. More than half of diffuse midline gliomas start in the pons, most others in the thalamus; about a third do
 * not enhance. The other proportions are chosen for this phantom.
 */
final class PlanDraw {
    /** Much more than this a skull does not give way to without folds in tissue. */
    private static final double MOST_DISPLACED_ML = 18;

    private PlanDraw() {}

    static TumourPlan draw(Draw draw) {
        var site = draw.choose(TumourSite.values(), 0.59, 0.29, 0.05, 0.03, 0.025, 0.015);
        List<Vec3> seeds = seeds(site, draw);
        double targetMl = volumeMl(site, draw);
        double conspicuity = draw.chance(0.2) ? draw.uniform(0.25, 0.55) : draw.uniform(0.55, 1.0);
        return new TumourPlan(
                site, seeds, targetMl, spread(site, targetMl, draw), inside(ballRadiusMm(targetMl), draw), conspicuity);
    }

    /** The mean of two draws, so that the middle of the range is more frequent than its ends. */
    private static double volumeMl(TumourSite site, Draw draw) {
        double share = 0.5 * (draw.uniform(0, 1) + draw.uniform(0, 1));
        return switch (site) {
            case PONS -> between(10, 80, share);
            case THALAMUS -> between(6, 80, share);
            case MIDBRAIN -> between(5, 25, share);
            case MEDULLA -> between(5, 20, share);
            case CEREBELLAR_PEDUNCLE -> between(6, 45, share);
            case CERVICOMEDULLARY -> between(5, 15, share);
        };
    }

    private static double ballRadiusMm(double millilitres) {
        return Math.cbrt(millilitres * 1000 * 3 / (4 * Math.PI));
    }

    private static double between(double from, double to, double share) {
        return from * Math.pow(to / from, share);
    }

    private static List<Vec3> seeds(TumourSite site, Draw draw) {
        double side = draw.chance(0.5) ? 1 : -1;
        var seeds = new ArrayList<Vec3>();
        seeds.add(
                switch (site) {
                    case PONS -> new Vec3(draw.normal(0, 3), draw.normal(23, 3), draw.normal(-32, 3.5));
                    case MIDBRAIN -> new Vec3(draw.normal(0, 5), draw.normal(25, 3), draw.normal(-10, 3));
                    case MEDULLA -> new Vec3(draw.normal(0, 2), draw.normal(35, 2), draw.normal(-56, 4));
                    case THALAMUS -> new Vec3(side * draw.normal(12, 2), draw.normal(17, 4), draw.normal(8, 2));
                    case CEREBELLAR_PEDUNCLE ->
                        new Vec3(side * draw.normal(20, 2), draw.normal(37, 3), draw.normal(-33, 2));
                    case CERVICOMEDULLARY -> new Vec3(draw.normal(0, 1), draw.normal(42, 1), draw.normal(-74, 4));
                });
        boolean bilateral = draw.chance(0.2);
        boolean multifocal = draw.chance(0.07);
        if (site == TumourSite.THALAMUS && bilateral) {
            seeds.add(new Vec3(-side * draw.normal(11, 2), draw.normal(17, 4), draw.normal(8, 2)));
        } else if (multifocal) {
            seeds.add(
                    switch (site) {
                        case PONS, CEREBELLAR_PEDUNCLE -> new Vec3(side * draw.normal(12, 2), 17, draw.normal(8, 2));
                        case THALAMUS, MIDBRAIN -> new Vec3(draw.normal(0, 3), 25, draw.normal(-34, 3));
                        case MEDULLA, CERVICOMEDULLARY -> new Vec3(draw.normal(0, 4), 25, draw.normal(-14, 3));
                    });
        }
        return seeds;
    }

    private static TumourPlan.Spread spread(TumourSite site, double targetMl, Draw draw) {
        double radiusMm = ballRadiusMm(targetMl);
        double exophytic = switch (site) {
            case PONS -> 0.6;
            case MEDULLA, CERVICOMEDULLARY -> 0.4;
            case MIDBRAIN -> 0.2;
            case THALAMUS, CEREBELLAR_PEDUNCLE -> 0;
        };
        double swelling = site == TumourSite.PONS ? draw.uniform(0.3, 0.6) : draw.uniform(0.2, 0.5);
        return new TumourPlan.Spread(
                Math.min(draw.logUniform(0.8, 1.8), 0.14 * radiusMm),
                draw.uniform(0.3, 0.9),
                draw.uniform(0.5, 1.6),
                draw.chance(exophytic) ? draw.uniform(2.5, 7) : 0,
                Math.min(swelling, 0.12 + MOST_DISPLACED_ML / targetMl),
                draw.chance(0.35) ? draw.uniform(3, 12) : 0);
    }

    private static TumourPlan.Inside inside(double radiusMm, Draw draw) {
        var enhancement = draw.choose(Enhancement.values(), 0.35, 0.4, 0.25);
        boolean necrotic = enhancement == Enhancement.RING || draw.chance(0.15);
        return new TumourPlan.Inside(
                necrotic ? draw.logUniform(0.02, 0.22) : 0,
                foci(draw.chance(0.15) ? 1 + draw.choose(3, 1) : 0, 0.5 * radiusMm, draw),
                foci(draw.chance(0.17) ? 1 + draw.choose(2, 1) : 0, 0.3 * radiusMm, draw),
                enhancement);
    }

    private static List<Focus> foci(int count, double mostMm, Draw draw) {
        var foci = new ArrayList<Focus>();
        for (int n = 0; n < count; n++) {
            foci.add(new Focus(draw.uniform(0, 0.4), draw.uniform(0.4, 1) * mostMm));
        }
        return foci;
    }
}
