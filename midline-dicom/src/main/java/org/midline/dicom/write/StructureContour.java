package org.midline.dicom.write;

import java.util.List;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.contour.KeyholeContours;
import org.midline.core.contour.PlanarContour;
import org.midline.core.contour.SliceContours;

/**
 * One item of a ROI's ContourSequence.
 *
 * @param k the slice it lies on
 * @param pointsLps in mm, the last joined to the first
 */
record StructureContour(int k, List<Vec3> pointsLps) {

    /** The contours of a mask, by ascending slice. */
    static List<StructureContour> of(Mask mask, HoleEncoding holes) {
        List<PlanarContour> traced = SliceContours.all(mask);
        List<PlanarContour> contours = switch (holes) {
            case KEYHOLE -> KeyholeContours.join(traced);
            case XOR -> traced;
        };
        return contours.stream()
                .map(contour -> new StructureContour(contour.k(), contour.patientLps(mask.grid())))
                .toList();
    }
}
