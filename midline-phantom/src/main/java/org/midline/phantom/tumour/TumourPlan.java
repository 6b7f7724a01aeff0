package org.midline.phantom.tumour;

import java.util.ArrayList;
import java.util.List;
import org.midline.core.Vec3;
import org.midline.phantom.noise.Draw;

/**
 * What a patient's tumour is to become.
 *
 * @param seedsStandardMm where it starts, in the standard frame of a head; two for a bilateral thalamic tumour
 * @param targetMl volume within the macroscopic border, reached unless the growth runs out of tissue
 * @param roughness standard deviation of the logarithm of the local growth speed
 * @param infiltrationMm distance over which the cell density fades across the border
 * @param necrosis share of the volume that is necrotic or cystic, 0 for none
 * @param oedema how far beyond the border the white matter swells, as a share of the growth time; 0 for none
 * @param conspicuity 1 for a plainly visible tumour, down to 0.25 for a faint one
 */
public record TumourPlan(
        TumourSite site,
        List<Vec3> seedsStandardMm,
        double targetMl,
        double roughness,
        double infiltrationMm,
        double necrosis,
        double oedema,
        double conspicuity,
        Enhancement enhancement) {

    public TumourPlan {
        seedsStandardMm = List.copyOf(seedsStandardMm);
    }

    /** A tumour with site, size and enhancement in the published proportions. */
    public static TumourPlan draw(Draw draw) {
        var site = draw.choose(TumourSite.values(), 0.60, 0.28, 0.07, 0.05);
        double targetMl = switch (site) {
            case PONS -> draw.logUniform(10, 70);
            case THALAMUS -> draw.logUniform(7, 75);
            case MIDBRAIN -> draw.logUniform(5, 25);
            case MEDULLA -> draw.logUniform(5, 22);
        };
        List<Vec3> seeds = seeds(site, draw);
        var enhancement = draw.choose(Enhancement.values(), 0.35, 0.4, 0.25);
        boolean necrotic = enhancement == Enhancement.RING || draw.chance(0.15);
        return new TumourPlan(
                site,
                seeds,
                targetMl,
                draw.uniform(0.2, 0.55),
                draw.logUniform(0.5, 2.6),
                necrotic ? draw.logUniform(0.03, 0.3) : 0,
                draw.chance(0.35) ? draw.uniform(0.1, 0.35) : 0,
                draw.chance(0.2) ? draw.uniform(0.25, 0.55) : draw.uniform(0.55, 1.0),
                enhancement);
    }

    private static List<Vec3> seeds(TumourSite site, Draw draw) {
        double side = draw.chance(0.5) ? 1 : -1;
        var seeds = new ArrayList<Vec3>();
        switch (site) {
            case PONS -> seeds.add(new Vec3(draw.normal(0, 4), draw.normal(24, 3), draw.normal(-32, 4)));
            case MIDBRAIN -> seeds.add(new Vec3(draw.normal(0, 5), draw.normal(25, 3), draw.normal(-10, 3)));
            case MEDULLA -> seeds.add(new Vec3(draw.normal(0, 2), draw.normal(35, 2), draw.normal(-56, 4)));
            case THALAMUS -> {
                seeds.add(new Vec3(side * draw.normal(12, 2), draw.normal(17, 4), draw.normal(8, 2)));
                if (draw.chance(0.2)) {
                    seeds.add(new Vec3(-side * draw.normal(11, 2), draw.normal(17, 4), draw.normal(8, 2)));
                }
            }
        }
        return seeds;
    }
}
