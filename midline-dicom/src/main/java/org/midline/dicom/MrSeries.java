package org.midline.dicom;

import java.util.List;
import org.midline.core.Volume;

/**
 * One MR series as a volume: rescaled values, geometry from ImageOrientationPatient and ImagePositionPatient only.
 * Axis i runs along a row of the image (column index), j down a column, k through the slices so that the grid is
 * right-handed.
 *
 * @param slices the object of each slice, in the order of k
 */
public record MrSeries(
        PatientStudy patientStudy,
        String seriesInstanceUid,
        String frameOfReferenceUid,
        MrAttributes attributes,
        Volume volume,
        List<SliceReference> slices) {
    public MrSeries {
        slices = List.copyOf(slices);
        if (slices.size() != volume.grid().sizeK()) {
            throw new IllegalArgumentException("%d slices for a volume of %d"
                    .formatted(slices.size(), volume.grid().sizeK()));
        }
    }
}
