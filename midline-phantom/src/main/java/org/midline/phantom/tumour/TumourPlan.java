package org.midline.phantom.tumour;

import java.util.List;
import org.midline.core.Vec3;

/**
 * What a patient's tumour is to become.
 *
 * @param seedsStandardMm where it starts, in the standard frame of a head, the first at the site; later ones start later
 * @param targetMl volume within the macroscopic border at the time of the scan, reached unless the growth runs out of
 *     tissue
 * @param conspicuity 1 for a plainly visible tumour, down to 0.25 for a faint one
 */
public record TumourPlan(
        TumourSite site,
        List<Vec3> seedsStandardMm,
        double targetMl,
        Spread spread,
        Inside inside,
        double conspicuity) {

    public TumourPlan {
        seedsStandardMm = List.copyOf(seedsStandardMm);
    }

    public Enhancement enhancement() {
        return inside.enhancement();
    }

    /**
     * How it grows.
     *
     * @param infiltrationMm sqrt(D / rho) in white matter: the distance over which the cell density falls to 1 / e ahead
     *     of the front
     * @param roughness standard deviation of the logarithm of rho from place to place; half as much of that of D
     * @param anisotropy how many times faster cells diffuse along fibres than across, less 1
     * @param exophyticMm how far it leaves the brainstem into the cisterns, 0 for not at all
     * @param swelling share of the target volume that is not taken from tissue that was there: it pushes
     * @param oedemaMm how far the white matter swells beyond the border, 0 for not at all
     */
    public record Spread(
            double infiltrationMm,
            double roughness,
            double anisotropy,
            double exophyticMm,
            double swelling,
            double oedemaMm) {}

    /**
     * What it is made of.
     *
     * @param necrosis share of the volume that is dead, 0 for none
     */
    public record Inside(double necrosis, List<Focus> cysts, List<Focus> haemorrhages, Enhancement enhancement) {
        public Inside {
            cysts = List.copyOf(cysts);
            haemorrhages = List.copyOf(haemorrhages);
        }
    }

    /**
     * A round part of the tumour.
     *
     * @param age of its middle, as a rank among the tumour's voxels: 0 for the oldest, 1 for the newest
     */
    public record Focus(double age, double radiusMm) {}
}
