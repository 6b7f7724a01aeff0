package org.midline.dicom;

import java.util.ArrayList;
import java.util.List;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.core.contour.ContourFiller;
import org.midline.core.contour.PlanarContour;

/**
 * A region of interest of a structure set.
 *
 * @param interpretedType RTROIInterpretedType such as GTV, empty if the file does not say
 * @param contours in the order of the file; possibly none. Points and open contours, which enclose nothing, are not
 *     among them
 */
public record RtRoi(int number, String name, String interpretedType, List<RtContour> contours) {
    /** How far, in slices, a contour may lie from the slice that it is put on. */
    private static final double PLANE_TOLERANCE_SLICES = 0.1;

    public RtRoi {
        contours = List.copyOf(contours);
    }

    /**
     * The voxels whose centre the contours of their slice enclose, by the even-odd rule: a contour within another cuts a
     * hole, whether as a keyhole, as CLOSEDPLANAR_XOR or as a contour of its own.
     *
     * @param grid of the images that the contours were drawn on
     * @throws InputRefusedException if a contour lies in no k-slice of the grid
     */
    public Mask maskOn(VoxelGrid grid) {
        var inverse = grid.voxelToPatientLps().inverse();
        var planar = new ArrayList<PlanarContour>(contours.size());
        for (RtContour contour : contours) {
            List<Vec3> ijk = contour.pointsLps().stream().map(inverse::apply).toList();
            planar.add(new PlanarContour(
                    slice(ijk, grid),
                    ijk.stream()
                            .map(point -> new PlanarContour.Point(point.x(), point.y()))
                            .toList(),
                    false));
        }
        return ContourFiller.fill(grid, planar);
    }

    private int slice(List<Vec3> ijk, VoxelGrid grid) {
        long k = Math.round(ijk.get(0).z());
        for (Vec3 point : ijk) {
            if (Math.abs(point.z() - k) > PLANE_TOLERANCE_SLICES || k < 0 || k >= grid.sizeK()) {
                throw new InputRefusedException(
                        ("ROI '%s': a contour lies at slice %.2f of the image, expected a whole "
                                        + "number from 0 to %d; give the series that the contours were drawn on")
                                .formatted(name, point.z(), grid.sizeK() - 1));
            }
        }
        return (int) k;
    }
}
