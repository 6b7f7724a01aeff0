package org.midline.dicom.read;

import static org.midline.dicom.read.MrAttributesReader.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.midline.core.InputRefusedException;
import org.midline.core.Vec3;
import org.midline.dicom.RtContour;
import org.midline.dicom.RtRoi;
import org.midline.dicom.RtStructureSet;

/** Reads RT Structure Set objects (PS3.3 section A.19), in any uncompressed or deflated transfer syntax. */
public final class RtStructureSetReader {
    private RtStructureSetReader() {}

    /** @throws InputRefusedException if the file is not a readable structure set; the message is one line */
    public static RtStructureSet read(Path file) {
        try {
            Attributes dataset = DicomHeader.read(file).dataset();
            String sopClass = text(dataset, Tag.SOPClassUID);
            if (!sopClass.equals(UID.RTStructureSetStorage)) {
                throw new InputRefusedException("%s: SOPClassUID (0008,0016) is %s, expected RT Structure Set Storage"
                        .formatted(file, sopClass));
            }
            return structureSet(dataset);
        } catch (UnusableException e) {
            throw new InputRefusedException("%s: %s".formatted(file, e.getMessage()), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InputRefusedException("%s: damaged structure set, %s".formatted(file, e.getMessage()), e);
        }
    }

    private static RtStructureSet structureSet(Attributes dataset) {
        var rois = new ArrayList<RtRoi>();
        for (Attributes roi : items(dataset, Tag.StructureSetROISequence)) {
            int number = roi.getInt(Tag.ROINumber, 0);
            rois.add(new RtRoi(
                    number,
                    text(roi, Tag.ROIName),
                    ofRoi(dataset, Tag.RTROIObservationsSequence, number)
                            .map(observation -> text(observation, Tag.RTROIInterpretedType))
                            .orElse(""),
                    ofRoi(dataset, Tag.ROIContourSequence, number)
                            .map(RtStructureSetReader::contours)
                            .orElse(List.of())));
        }
        Optional<Attributes> frame = first(dataset, Tag.ReferencedFrameOfReferenceSequence);
        Optional<Attributes> series = frame.flatMap(item -> first(item, Tag.RTReferencedStudySequence))
                .flatMap(study -> first(study, Tag.RTReferencedSeriesSequence));
        return new RtStructureSet(
                MrAttributesReader.patientStudy(dataset),
                text(dataset, Tag.SOPInstanceUID),
                text(dataset, Tag.StructureSetLabel),
                text(dataset, Tag.StructureSetDescription),
                text(dataset, Tag.ApprovalStatus),
                frame.map(item -> text(item, Tag.FrameOfReferenceUID)).orElse(text(dataset, Tag.FrameOfReferenceUID)),
                series.map(item -> text(item, Tag.SeriesInstanceUID)).orElse(""),
                rois);
    }

    private static List<RtContour> contours(Attributes roiContour) {
        var contours = new ArrayList<RtContour>();
        for (Attributes contour : items(roiContour, Tag.ContourSequence)) {
            List<Vec3> points = points(contour);
            if (text(contour, Tag.ContourGeometricType).startsWith("CLOSED") && points.size() >= 3) {
                contours.add(new RtContour(
                        first(contour, Tag.ContourImageSequence)
                                .map(image -> text(image, Tag.ReferencedSOPInstanceUID))
                                .orElse(""),
                        points));
            }
        }
        return contours;
    }

    private static List<Vec3> points(Attributes contour) {
        double[] data = contour.getDoubles(Tag.ContourData);
        if (data == null) {
            return List.of();
        }
        if (data.length % 3 != 0) {
            throw new IllegalArgumentException(
                    "ContourData (3006,0050) of %d numbers, expected triplets".formatted(data.length));
        }
        var points = new ArrayList<Vec3>(data.length / 3);
        for (int n = 0; n < data.length; n += 3) {
            points.add(new Vec3(data[n], data[n + 1], data[n + 2]));
        }
        return points;
    }

    private static Optional<Attributes> ofRoi(Attributes dataset, int sequenceTag, int number) {
        return items(dataset, sequenceTag).stream()
                .filter(item -> item.getInt(Tag.ReferencedROINumber, -1) == number)
                .findFirst();
    }

    private static Optional<Attributes> first(Attributes parent, int sequenceTag) {
        return items(parent, sequenceTag).stream().findFirst();
    }

    private static List<Attributes> items(Attributes parent, int sequenceTag) {
        List<Attributes> items = parent.getSequence(sequenceTag);
        return items == null ? List.of() : items;
    }
}
