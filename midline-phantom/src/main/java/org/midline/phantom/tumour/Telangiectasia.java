package org.midline.phantom.tumour;

import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/** Dilated capillaries in the pons or a thalamus: they enhance faintly, push nothing and show nowhere else. */
final class Telangiectasia {
    private final Vec3 centreStandardMm;
    private final double radiusMm;
    private final double enhancing;
    private final NoiseField border;

    Telangiectasia(Draw draw) {
        double side = draw.chance(0.5) ? 1 : -1;
        centreStandardMm = draw.chance(0.6)
                ? new Vec3(draw.normal(0, 4), draw.normal(25, 2), draw.normal(-32, 3))
                : new Vec3(side * draw.normal(12, 2), draw.normal(17, 3), draw.normal(8, 2));
        radiusMm = draw.uniform(2.5, 5);
        enhancing = draw.uniform(0.25, 0.55);
        border = new NoiseField(draw, 2, 2);
    }

    Grown grow(HeadMap rest) {
        VoxelGrid grid = rest.grid();
        Vec3 centre = grid.voxelIjk(rest.patientToStandard().inverse().apply(centreStandardMm));
        double radius = radiusMm / grid.spacingMm(0);
        TissueChange change = TissueChange.none(HeadWindow.around(grid, centre, (int) Math.ceil(2 * radius) + 2));
        change.window().forEach((n, i, j, k) -> {
            if (rest.at(i, j, k).isBrain()) {
                double away = new Vec3(i, j, k).minus(centre).length();
                double depth = radius * (1 + 0.2 * border.at(i, j, k)) - away;
                change.enhancing()[n] = (float) (enhancing * TumourInside.sigmoid(2 * depth));
            }
        });
        return new Grown(change, PointMap.IDENTITY);
    }
}
