package org.midline.dicom.write;

import org.midline.core.InputRefusedException;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/** A grid as DICOM tells it: one plane per k, rows along i, columns along j, the stack along the planes' normal. */
final class SlicePlanes {
    private static final double MAX_COSINE = 1e-4;

    private final VoxelGrid grid;
    private final Vec3 alongRow;
    private final Vec3 downColumn;

    /**
     * @throws InputRefusedException if the axes are not at right angles, which a stack of images cannot tell
     * @throws IllegalArgumentException if the grid is left-handed
     */
    SlicePlanes(VoxelGrid grid) {
        this.grid = grid;
        var affine = grid.voxelToPatientLps();
        this.alongRow = affine.columnI().unit();
        this.downColumn = affine.columnJ().unit();
        Vec3 through = affine.columnK().unit();
        double cosine = Math.max(
                Math.abs(alongRow.dot(downColumn)),
                Math.max(Math.abs(alongRow.dot(through)), Math.abs(downColumn.dot(through))));
        if (cosine > MAX_COSINE) {
            throw new InputRefusedException(("Grid axes are sheared (cosine %.4f between two of them): "
                            + "expected right angles; resample the volume to an orthogonal grid first")
                    .formatted(cosine));
        }
        if (affine.determinant() < 0) {
            throw new IllegalArgumentException("Left-handed grid: expected slices in the direction of their normal");
        }
    }

    /** ImageOrientationPatient: direction cosines of a row, then of a column. */
    String[] imageOrientationPatient() {
        return new String[] {
            DecimalString.of(alongRow.x()), DecimalString.of(alongRow.y()), DecimalString.of(alongRow.z()),
            DecimalString.of(downColumn.x()), DecimalString.of(downColumn.y()), DecimalString.of(downColumn.z())
        };
    }

    /** ImagePositionPatient: centre in mm of the first voxel of slice k. */
    String[] imagePositionPatient(int k) {
        Vec3 first = grid.patientLps(0, 0, k);
        return new String[] {DecimalString.of(first.x()), DecimalString.of(first.y()), DecimalString.of(first.z())};
    }

    /** PixelSpacing in mm: between rows, then between columns. */
    String[] pixelSpacing() {
        return new String[] {DecimalString.of(grid.spacingMm(1)), DecimalString.of(grid.spacingMm(0))};
    }

    String sliceSpacing() {
        return DecimalString.of(grid.spacingMm(2));
    }

    /** SliceLocation: distance in mm of slice k along the normal, from the frame's origin. */
    String sliceLocation(int k) {
        return DecimalString.of(grid.patientLps(0, 0, k).dot(alongRow.cross(downColumn)));
    }
}
