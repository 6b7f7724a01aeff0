package org.midline.phantom.tumour;

import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/** Grows a mass with a sharp, rounded border that pushes more than it invades. Not a target: its occupancy is 0. */
final class RoundMass {
    private final MassPlan plan;
    private final NoiseField lumps;
    private final NoiseField patches;
    private final Vec3 cystDirection;

    RoundMass(MassPlan plan, Draw draw) {
        this.plan = plan;
        lumps = new NoiseField(draw, 5, 2);
        patches = new NoiseField(draw, 2.5, 2);
        cystDirection = new Vec3(draw.uniform(-1, 1), draw.uniform(-1, 1), draw.uniform(0.1, 1)).unit();
    }

    Grown grow(HeadMap rest) {
        VoxelGrid grid = rest.grid();
        double radius = plan.radiusMm() * Math.cbrt(1 - plan.displacing()) / grid.spacingMm(0);
        Vec3 centre = grid.voxelIjk(rest.patientToStandard().inverse().apply(plan.centreStandardMm()));
        HeadWindow window = HeadWindow.around(grid, centre, (int) Math.ceil(1.6 * radius) + 3);
        TissueChange change = TissueChange.none(window);
        var takes = new boolean[window.count()];
        Vec3 cyst = centre.plus(cystDirection.times((1 - plan.cystRadius()) * 0.7 * radius));
        window.forEach((n, i, j, k) -> {
            Tissue tissue = rest.at(i, j, k);
            takes[n] = plan.takes().contains(tissue);
            double lump = radius * plan.lumpiness() * lumps.at(i, j, k);
            double depth = radius + lump - distance(centre, i, j, k);
            if (takes[n] && depth > -3) {
                fill(change, n, depth, plan.cystRadius() * radius - distance(cyst, i, j, k), patches.at(i, j, k));
            }
        });
        return Push.swollen(rest, change, change.density(), n -> takes[n], plan.volumeMm3());
    }

    /** @param wet depth in the cyst, below 0 outside of it */
    private void fill(TissueChange change, int n, double depth, double wet, double patch) {
        double inside = TumourInside.sigmoid(4 * depth);
        double fluid = plan.cystRadius() > 0 ? TumourInside.sigmoid(3 * wet) : 0;
        change.density()[n] = (float) inside;
        change.cyst()[n] = (float) (inside * fluid);
        double uneven = Math.max(0, Math.min(1, 0.85 + 0.2 * patch));
        change.enhancing()[n] = (float) (inside * (1 - fluid) * plan.enhancing() * uneven);
    }

    private static double distance(Vec3 centre, int i, int j, int k) {
        return new Vec3(i, j, k).minus(centre).length();
    }
}
