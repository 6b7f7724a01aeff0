package org.midline.dicom;

import java.util.List;
import org.midline.core.Vec3;

/**
 * A closed planar contour as found.
 *
 * @param imageUid SOPInstanceUID of the image it was drawn on, empty if the file does not say
 * @param pointsLps at least three, in mm; the last is joined to the first
 */
public record RtContour(String imageUid, List<Vec3> pointsLps) {
    public RtContour {
        if (pointsLps.size() < 3) {
            throw new IllegalArgumentException("Closed contour of %d points".formatted(pointsLps.size()));
        }
        pointsLps = List.copyOf(pointsLps);
    }
}
