package org.midline.phantom.tumour;

import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.Deformation;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.Tissue;

/** Moves what the skull holds and leaves the rest where it is: the brain slides along the wall. */
final class CavityMap implements PointMap {
    private final Deformation deformation;
    private final HeadMap rest;
    private final double[] toVoxel = new double[12];

    CavityMap(Deformation deformation, HeadMap rest) {
        this.deformation = deformation;
        this.rest = rest;
        Affine inverse = rest.grid().voxelToPatientLps().inverse();
        for (int column = 0; column < 4; column++) {
            Vec3 step = column == 3 ? inverse.translation() : inverse.column(column);
            toVoxel[column] = step.x();
            toVoxel[4 + column] = step.y();
            toVoxel[8 + column] = step.z();
        }
    }

    @Override
    public void apply(double[] pointLps) {
        double x = pointLps[0];
        double y = pointLps[1];
        double z = pointLps[2];
        if (!isOpen(pointLps)) {
            return;
        }
        deformation.apply(pointLps);
        if (!isOpen(pointLps)) {
            pointLps[0] = x;
            pointLps[1] = y;
            pointLps[2] = z;
        }
    }

    private boolean isOpen(double[] p) {
        VoxelGrid grid = rest.grid();
        int i = index(0, p);
        int j = index(4, p);
        int k = index(8, p);
        return grid.contains(i, j, k) && Cavity.isOpen(Tissue.of(rest.tissues()[grid.index(i, j, k)]));
    }

    private int index(int row, double[] p) {
        return (int) Math.floor(
                0.5 + toVoxel[row] * p[0] + toVoxel[row + 1] * p[1] + toVoxel[row + 2] * p[2] + toVoxel[row + 3]);
    }
}
