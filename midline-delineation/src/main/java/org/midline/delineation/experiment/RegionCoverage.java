package org.midline.delineation.experiment;

import java.util.Optional;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.delineation.RegionFinder;
import org.midline.network.image.WorkingGrid;
import org.midline.network.inference.Localisation;

/**
 * Whether the region that the localiser chooses holds the tumour: what lies outside of it, no model can find.
 *
 * @param refusal why there is no region; empty if there is one
 * @param tumourMl the whole tumour
 * @param outsideMl what of it lies outside of the region, all of it where there is none
 * @param marginMm from the tumour's outermost voxel centre to the region's border; negative outside, not a number where
 *     there is no tumour or no region
 */
public record RegionCoverage(
        String patientId,
        Sequence sequence,
        Optional<String> refusal,
        double tumourMl,
        double outsideMl,
        double marginMm) {

    /** Whether no voxel of the tumour is left out. */
    public boolean whole() {
        return refusal.isEmpty() && outsideMl == 0;
    }

    /** @param truth on the grid of the image */
    public static RegionCoverage of(
            String patientId, Sequence sequence, RegionFinder finder, WorkingGrid region, Volume image, Mask truth) {
        Localisation said = finder.locate(image);
        if (said instanceof Localisation.NotLocated nowhere) {
            return new RegionCoverage(
                    patientId, sequence, Optional.of(nowhere.reason()), truth.volumeMl(), truth.volumeMl(), Double.NaN);
        }
        VoxelGrid box = region.around(((Localisation.Located) said).centreLps());
        VoxelGrid grid = truth.grid();
        double marginMm = Double.POSITIVE_INFINITY;
        int outside = 0;
        for (int n = 0; n < truth.inside().length; n++) {
            if (truth.inside()[n]) {
                int i = n % grid.sizeI();
                int j = n / grid.sizeI() % grid.sizeJ();
                int k = n / (grid.sizeI() * grid.sizeJ());
                double here = marginMm(box, grid.patientLps(i, j, k), region.spacingMm());
                outside += here < 0 ? 1 : 0;
                marginMm = Math.min(marginMm, here);
            }
        }
        return new RegionCoverage(
                patientId,
                sequence,
                Optional.empty(),
                truth.volumeMl(),
                truth.isEmpty() ? 0 : truth.volumeMl() * outside / truth.voxelCount(),
                truth.isEmpty() ? Double.NaN : marginMm);
    }

    /** To the nearest face of the box, whose voxels reach half a voxel beyond their centres. */
    private static double marginMm(VoxelGrid box, Vec3 pointLps, double spacingMm) {
        Vec3 ijk = box.voxelIjk(pointLps);
        double voxels = Math.min(
                Math.min(Math.min(ijk.x(), box.sizeI() - 1 - ijk.x()), Math.min(ijk.y(), box.sizeJ() - 1 - ijk.y())),
                Math.min(ijk.z(), box.sizeK() - 1 - ijk.z()));
        return (voxels + 0.5) * spacingMm;
    }
}
