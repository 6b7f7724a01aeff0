package org.midline.dicom;

import java.util.List;
import java.util.Optional;

/**
 * An RT Structure Set as found. A missing text is the empty string.
 *
 * @param approvalStatus APPROVED, UNAPPROVED or REJECTED
 * @param referencedSeriesUid the series that the contours were drawn on; the first if there are several
 * @param rois in the order of the file
 */
public record RtStructureSet(
        PatientStudy patientStudy,
        String sopInstanceUid,
        String label,
        String description,
        String approvalStatus,
        String frameOfReferenceUid,
        String referencedSeriesUid,
        List<RtRoi> rois) {
    public RtStructureSet {
        rois = List.copyOf(rois);
    }

    /** The first ROI of this name. */
    public Optional<RtRoi> roi(String name) {
        return rois.stream().filter(roi -> roi.name().equals(name)).findFirst();
    }
}
