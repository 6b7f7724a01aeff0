package org.midline.dicom.read;

import java.nio.file.Path;
import org.midline.core.Vec3;
import org.midline.dicom.MrAttributes;
import org.midline.dicom.PatientStudy;
import org.midline.dicom.SliceReference;

/**
 * One image plane: where its pixels are, where it lies in the patient, what was measured.
 *
 * @param index of the frame within its file, from 0
 * @param rowDirection unit vector along a row, towards higher column indices, in patient LPS
 * @param columnDirection unit vector down a column
 * @param positionLps centre of the first pixel, in mm
 * @param spacingMmI between columns, the second value of PixelSpacing
 * @param spacingMmJ between rows, the first value of PixelSpacing
 */
record Frame(
        Path file,
        int index,
        SliceReference reference,
        PatientStudy patientStudy,
        String seriesInstanceUid,
        String frameOfReferenceUid,
        MrAttributes attributes,
        int rows,
        int columns,
        Vec3 rowDirection,
        Vec3 columnDirection,
        Vec3 positionLps,
        double spacingMmI,
        double spacingMmJ,
        ValueTransformation values) {

    /** Unit vector such that row direction, column direction and normal are right-handed. */
    Vec3 normal() {
        return rowDirection.cross(columnDirection).unit();
    }

    /** How a message names this frame. */
    String name() {
        return reference.frameNumber() == 0
                ? file.getFileName().toString()
                : "%s frame %d".formatted(file.getFileName(), reference.frameNumber());
    }
}
