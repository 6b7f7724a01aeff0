package org.midline.dicom.read;

import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.midline.core.Vec3;
import org.midline.dicom.SliceReference;

/** The image planes of an MR object, single-frame or enhanced multi-frame, with all that is checked of them alone. */
final class FrameReader {
    private static final double DIRECTION_TOLERANCE = 0.01;

    private FrameReader() {}

    /**
     * The frames of a file.
     *
     * @throws UnusableException if the file is not an MR image in the patient's space
     */
    static List<Frame> frames(DicomHeader header) throws UnusableException {
        try {
            return readFrames(header);
        } catch (RuntimeException e) {
            throw new UnusableException(
                    "damaged attributes (%s)".formatted(e.getClass().getSimpleName()), e);
        }
    }

    private static List<Frame> readFrames(DicomHeader header) throws UnusableException {
        Attributes dataset = header.dataset();
        requireMrImage(dataset);
        boolean multiFrame = dataset.containsValue(Tag.NumberOfFrames)
                || !MrAttributesReader.text(dataset, Tag.SOPClassUID).equals(UID.MRImageStorage);
        if (!multiFrame) {
            return List.of(frame(header, FunctionalGroups.none(dataset), 0, 0));
        }
        int count = Math.max(1, dataset.getInt(Tag.NumberOfFrames, 1));
        if (count == 1 && !dataset.contains(Tag.PerFrameFunctionalGroupsSequence)) {
            return List.of(frame(header, FunctionalGroups.none(dataset), 0, 0));
        }
        var frames = new ArrayList<Frame>();
        for (int index = 0; index < count; index++) {
            frames.add(frame(header, FunctionalGroups.ofFrame(dataset, index), index, index + 1));
        }
        return frames;
    }

    private static void requireMrImage(Attributes dataset) throws UnusableException {
        if (dataset.contains(Tag.DirectoryRecordSequence)) {
            throw new UnusableException("a DICOMDIR, not an image: give it by itself to read what it lists");
        }
        String modality = MrAttributesReader.text(dataset, Tag.Modality);
        if (!modality.equals("MR")) {
            throw new UnusableException(
                    "modality %s, expected MR".formatted(modality.isEmpty() ? "missing" : modality));
        }
        String sopClass = MrAttributesReader.text(dataset, Tag.SOPClassUID);
        if (sopClass.equals(UID.MRSpectroscopyStorage)) {
            throw new UnusableException("MR spectroscopy, not an image");
        }
        if (!dataset.containsValue(Tag.Rows) || !dataset.containsValue(Tag.Columns)) {
            throw new UnusableException("not an image (no Rows and Columns)");
        }
        if (List.of(nonNull(dataset.getStrings(Tag.ImageType))).contains("MOSAIC")) {
            throw new UnusableException("a mosaic of many slices in one image (ImageType MOSAIC): "
                    + "export the series as single slices or Enhanced MR");
        }
    }

    private static String[] nonNull(String[] values) {
        var copy = values == null ? new String[0] : values.clone();
        for (int n = 0; n < copy.length; n++) {
            copy[n] = copy[n] == null ? "" : copy[n].strip();
        }
        return copy;
    }

    private static Frame frame(DicomHeader header, FunctionalGroups groups, int index, int frameNumber)
            throws UnusableException {
        Attributes dataset = header.dataset();
        double[] orientation = groups.doubles(Tag.PlaneOrientationSequence, Tag.ImageOrientationPatient);
        requireCount(orientation, 6, "ImageOrientationPatient (0020,0037)");
        double[] position = groups.doubles(Tag.PlanePositionSequence, Tag.ImagePositionPatient);
        requireCount(position, 3, "ImagePositionPatient (0020,0032)");
        double[] spacing = groups.doubles(Tag.PixelMeasuresSequence, Tag.PixelSpacing);
        requireCount(spacing, 2, "PixelSpacing (0028,0030)");
        if (!(spacing[0] > 0) || !(spacing[1] > 0)) {
            throw new UnusableException(
                    "PixelSpacing %s\\%s, expected two positive numbers".formatted(spacing[0], spacing[1]));
        }
        var row = new Vec3(orientation[0], orientation[1], orientation[2]);
        var column = new Vec3(orientation[3], orientation[4], orientation[5]);
        if (Math.abs(row.length() - 1) > DIRECTION_TOLERANCE
                || Math.abs(column.length() - 1) > DIRECTION_TOLERANCE
                || Math.abs(row.dot(column)) > DIRECTION_TOLERANCE) {
            throw new UnusableException("ImageOrientationPatient is not two perpendicular unit vectors");
        }
        Vec3 unitRow = row.unit();
        Vec3 unitColumn = column.minus(unitRow.times(column.dot(unitRow))).unit();
        return new Frame(
                header.file(),
                index,
                new SliceReference(
                        MrAttributesReader.text(dataset, Tag.SOPClassUID),
                        MrAttributesReader.text(dataset, Tag.SOPInstanceUID),
                        frameNumber),
                MrAttributesReader.patientStudy(dataset),
                MrAttributesReader.text(dataset, Tag.SeriesInstanceUID),
                MrAttributesReader.text(dataset, Tag.FrameOfReferenceUID),
                new MrAttributesReader(dataset, groups).read(),
                dataset.getInt(Tag.Rows, 0),
                dataset.getInt(Tag.Columns, 0),
                unitRow,
                unitColumn,
                new Vec3(position[0], position[1], position[2]),
                spacing[1],
                spacing[0],
                ValueTransformation.of(dataset, groups));
    }

    private static void requireCount(double[] found, int expected, String attribute) throws UnusableException {
        if (found.length != expected) {
            throw new UnusableException(
                    found.length == 0
                            ? attribute + " is missing: no geometry"
                            : "%s of %d values, expected %d".formatted(attribute, found.length, expected));
        }
        for (double value : found) {
            if (!Double.isFinite(value)) {
                throw new UnusableException(attribute + " is not finite");
            }
        }
    }
}
