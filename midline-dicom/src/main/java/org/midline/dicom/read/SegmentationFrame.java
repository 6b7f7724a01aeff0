package org.midline.dicom.read;

import java.util.Optional;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.midline.core.Vec3;

/**
 * Where one frame of a segmentation lies.
 *
 * @param index of the frame, from 0
 * @param segment that it is of; empty in a label map, whose frames are of all segments
 * @param positionLps centre of the first pixel, in mm
 * @param spacingMmK between slices, as the file says; NaN if it does not
 */
record SegmentationFrame(
        int index,
        OptionalInt segment,
        Vec3 rowDirection,
        Vec3 columnDirection,
        Vec3 positionLps,
        double spacingMmI,
        double spacingMmJ,
        double spacingMmK,
        double thicknessMm) {
    private static final double DIRECTION_TOLERANCE = 0.01;

    static SegmentationFrame of(FunctionalGroups groups, int index) throws UnusableException {
        double[] orientation = required(
                groups.doubles(Tag.PlaneOrientationSequence, Tag.ImageOrientationPatient),
                6,
                "ImageOrientationPatient (0020,0037)");
        double[] position = required(
                groups.doubles(Tag.PlanePositionSequence, Tag.ImagePositionPatient),
                3,
                "ImagePositionPatient (0020,0032)");
        double[] spacing =
                required(groups.doubles(Tag.PixelMeasuresSequence, Tag.PixelSpacing), 2, "PixelSpacing (0028,0030)");
        var row = new Vec3(orientation[0], orientation[1], orientation[2]);
        var column = new Vec3(orientation[3], orientation[4], orientation[5]);
        if (Math.abs(row.length() - 1) > DIRECTION_TOLERANCE
                || Math.abs(column.length() - 1) > DIRECTION_TOLERANCE
                || Math.abs(row.dot(column)) > DIRECTION_TOLERANCE) {
            throw new UnusableException("ImageOrientationPatient is not two perpendicular unit vectors");
        }
        if (!(spacing[0] > 0) || !(spacing[1] > 0)) {
            throw new UnusableException(
                    "PixelSpacing %s\\%s, expected two positive numbers".formatted(spacing[0], spacing[1]));
        }
        Vec3 unitRow = row.unit();
        return new SegmentationFrame(
                index,
                segment(groups),
                unitRow,
                column.minus(unitRow.times(column.dot(unitRow))).unit(),
                new Vec3(position[0], position[1], position[2]),
                spacing[1],
                spacing[0],
                positive(groups.doubles(Tag.PixelMeasuresSequence, Tag.SpacingBetweenSlices)),
                positive(groups.doubles(Tag.PixelMeasuresSequence, Tag.SliceThickness)));
    }

    Vec3 normal() {
        return rowDirection.cross(columnDirection).unit();
    }

    private static OptionalInt segment(FunctionalGroups groups) {
        return groups.group(Tag.SegmentIdentificationSequence)
                .map(item -> item.getInt(Tag.ReferencedSegmentNumber, 0))
                .flatMap(number -> number > 0 ? Optional.of(OptionalInt.of(number)) : Optional.empty())
                .orElse(OptionalInt.empty());
    }

    private static double positive(double[] values) {
        return values.length == 1 && values[0] > 0 ? values[0] : Double.NaN;
    }

    private static double[] required(double[] found, int count, String attribute) throws UnusableException {
        if (found.length != count) {
            throw new UnusableException("%s of %d values, expected %d".formatted(attribute, found.length, count));
        }
        for (double value : found) {
            if (!Double.isFinite(value)) {
                throw new UnusableException(attribute + " is not finite");
            }
        }
        return found;
    }
}
