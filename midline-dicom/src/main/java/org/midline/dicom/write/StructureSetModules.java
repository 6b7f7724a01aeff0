package org.midline.dicom.write;

import static org.midline.dicom.write.CompositeModules.type2;
import static org.midline.dicom.write.CompositeModules.type3;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.midline.dicom.MrSeries;
import org.midline.dicom.SliceReference;

/** RT Series, General Equipment, Structure Set (without its ROIs) and Approval modules. */
final class StructureSetModules {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

    /** Added to the number of the MR series, so that a list shows which series a structure set belongs to. */
    private static final int SERIES_NUMBER_OFFSET = 1000;

    private final MrSeries reference;
    private final StructureSetInfo info;

    StructureSetModules(MrSeries reference, StructureSetInfo info) {
        this.reference = reference;
        this.info = info;
    }

    void fill(Attributes dataset, StructureSetIdentity identity) {
        String date = DATE.format(info.timestamp());
        String time = TIME.format(info.timestamp());
        dataset.setString(Tag.InstanceCreationDate, VR.DA, date);
        dataset.setString(Tag.InstanceCreationTime, VR.TM, time);

        dataset.setString(Tag.Modality, VR.CS, "RTSTRUCT");
        dataset.setString(Tag.SeriesInstanceUID, VR.UI, identity.seriesInstanceUid());
        var number = reference.attributes().seriesNumber();
        type2(
                dataset,
                Tag.SeriesNumber,
                VR.IS,
                number.isPresent() ? Integer.toString(SERIES_NUMBER_OFFSET + number.getAsInt()) : "");
        dataset.setString(Tag.SeriesDate, VR.DA, date);
        dataset.setString(Tag.SeriesTime, VR.TM, time);
        dataset.setString(Tag.SeriesDescription, VR.LO, "RESEARCH USE ONLY " + info.label());
        dataset.setNull(Tag.OperatorsName, VR.PN);

        dataset.setString(Tag.Manufacturer, VR.LO, "Midline");
        type3(dataset, Tag.ManufacturerModelName, VR.LO, info.modelName());
        type3(dataset, Tag.SoftwareVersions, VR.LO, info.softwareVersion());

        dataset.setString(Tag.FrameOfReferenceUID, VR.UI, reference.frameOfReferenceUid());
        dataset.setNull(Tag.PositionReferenceIndicator, VR.LO);

        dataset.setString(Tag.StructureSetLabel, VR.SH, info.label());
        type3(dataset, Tag.StructureSetName, VR.LO, info.name());
        dataset.setString(Tag.StructureSetDescription, VR.ST, description());
        dataset.setString(Tag.StructureSetDate, VR.DA, date);
        dataset.setString(Tag.StructureSetTime, VR.TM, time);
        referencedFrameOfReference(dataset);

        dataset.setString(Tag.ApprovalStatus, VR.CS, "UNAPPROVED");
    }

    private String description() {
        var text = new StringBuilder("RESEARCH USE ONLY. Automatic proposal, to be reviewed by a physician.");
        if (!info.description().isBlank()) {
            text.append(' ').append(info.description());
        }
        if (!info.modelName().isBlank()) {
            text.append(" Model ").append(info.modelName());
        }
        if (!info.modelHash().isBlank()) {
            text.append(" SHA-256 ").append(info.modelHash());
        }
        return text.toString();
    }

    private void referencedFrameOfReference(Attributes dataset) {
        Attributes frame = item(dataset, Tag.ReferencedFrameOfReferenceSequence);
        frame.setString(Tag.FrameOfReferenceUID, VR.UI, reference.frameOfReferenceUid());
        Attributes study = item(frame, Tag.RTReferencedStudySequence);
        study.setString(Tag.ReferencedSOPClassUID, VR.UI, UID.DetachedStudyManagementSOPClassRetired);
        study.setString(
                Tag.ReferencedSOPInstanceUID, VR.UI, reference.patientStudy().studyInstanceUid());
        Attributes series = item(study, Tag.RTReferencedSeriesSequence);
        series.setString(Tag.SeriesInstanceUID, VR.UI, reference.seriesInstanceUid());
        contourImages(
                series,
                reference.slices().stream()
                        .map(slice -> new SliceReference(slice.sopClassUid(), slice.sopInstanceUid(), 0))
                        .distinct()
                        .toList());
    }

    /** ContourImageSequence with one item per slice; a frame number only for multi-frame objects. */
    static void contourImages(Attributes parent, List<SliceReference> slices) {
        Sequence images = parent.newSequence(Tag.ContourImageSequence, slices.size());
        for (SliceReference slice : slices) {
            var image = new Attributes();
            image.setString(Tag.ReferencedSOPClassUID, VR.UI, slice.sopClassUid());
            image.setString(Tag.ReferencedSOPInstanceUID, VR.UI, slice.sopInstanceUid());
            if (slice.frameNumber() > 0) {
                image.setInt(Tag.ReferencedFrameNumber, VR.IS, slice.frameNumber());
            }
            images.add(image);
        }
    }

    private static Attributes item(Attributes parent, int sequenceTag) {
        var item = new Attributes();
        parent.newSequence(sequenceTag, 1).add(item);
        return item;
    }
}
