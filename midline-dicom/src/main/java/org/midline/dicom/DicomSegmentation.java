package org.midline.dicom;

import java.util.List;
import org.midline.core.Mask;

/**
 * A DICOM Segmentation as found. A missing text is the empty string.
 *
 * @param referencedSeriesUid the series that was segmented; the first if there are several
 * @param segments in the order of the file
 */
public record DicomSegmentation(
        PatientStudy patientStudy,
        String sopInstanceUid,
        String frameOfReferenceUid,
        String referencedSeriesUid,
        List<Segment> segments) {
    public DicomSegmentation {
        segments = List.copyOf(segments);
    }

    /**
     * A segment.
     *
     * @param label SegmentLabel (0062,0005)
     * @param mask on a grid of the segmentation's own, no larger along its slices than the segment
     */
    public record Segment(int number, String label, Mask mask) {}
}
