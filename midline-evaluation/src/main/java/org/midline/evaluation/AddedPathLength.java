package org.midline.evaluation;

import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.DistanceTransform;

/**
 * Added path length (Vaassen et al. 2020, Phys Imaging Radiat Oncol 13:1-6): how much of the truth's contour, slice by
 * slice, would have to be drawn anew because the proposal has no contour there; of all measures the one that follows best
 * the time that correcting takes.
 *
 * <p>Contours are the voxels of a slice (a plane of constant k) that are inside and have one of their four neighbours in
 * the slice outside, or lie on the image's border. A contour voxel of the truth needs no drawing if a contour voxel of
 * the proposal in the same slice is within the tolerance. Each other one counts with the mean of the two spacings in the
 * slice. An empty truth has nothing to draw: 0 mm.
 */
public final class AddedPathLength {
    private static final double ROUNDING = 1e-9;

    private AddedPathLength() {}

    /**
     * In mm, not negative.
     *
     * @param toleranceMm not negative
     * @throws InputRefusedException if the masks lie on different grids
     */
    public static Measure mm(Mask truth, Mask proposal, double toleranceMm) {
        if (!(toleranceMm >= 0)) {
            throw new IllegalArgumentException("Tolerance " + toleranceMm + " mm: expected 0 or more");
        }
        var pair = MaskPair.of(truth, proposal);
        if (pair.box().isEmpty()) {
            return Measure.of(0);
        }
        VoxelBox box = pair.box().get();
        double squaredReach = Math.pow(toleranceMm * (1 + ROUNDING), 2);
        long voxels = 0;
        for (int k = box.firstK(); k <= box.lastK(); k++) {
            Mask wanted = contour(truth, box, k);
            double[] squaredMm = DistanceTransform.exactSquaredMm(contour(proposal, box, k));
            for (int n = 0; n < squaredMm.length; n++) {
                voxels += wanted.inside()[n] && squaredMm[n] > squaredReach ? 1 : 0;
            }
        }
        VoxelGrid grid = truth.grid();
        return Measure.of(voxels * (grid.spacingMm(0) + grid.spacingMm(1)) / 2);
    }

    private static Mask contour(Mask mask, VoxelBox box, int k) {
        VoxelGrid grid = mask.grid();
        VoxelGrid slice = grid.window(box.firstI(), box.firstJ(), k, box.sizeI(), box.sizeJ(), 1);
        var contour = new boolean[slice.voxelCount()];
        for (int n = 0, j = box.firstJ(); j <= box.lastJ(); j++) {
            for (int i = box.firstI(); i <= box.lastI(); i++, n++) {
                boolean enclosed = i > 0
                        && j > 0
                        && i + 1 < grid.sizeI()
                        && j + 1 < grid.sizeJ()
                        && mask.at(i - 1, j, k)
                        && mask.at(i + 1, j, k)
                        && mask.at(i, j - 1, k)
                        && mask.at(i, j + 1, k);
                contour[n] = mask.at(i, j, k) && !enclosed;
            }
        }
        return new Mask(slice, contour);
    }
}
