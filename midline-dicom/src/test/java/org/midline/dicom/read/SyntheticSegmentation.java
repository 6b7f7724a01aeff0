package org.midline.dicom.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/** A binary DICOM Segmentation as other programs write it: one segment, only the slices that hold any of it. */
public final class SyntheticSegmentation {
    private SyntheticSegmentation() {}

    /**
     * Writes the file.
     *
     * @param mask on the grid of the images that were segmented
     * @param patient PatientID and study of those images
     */
    public static void write(
            Path file,
            Mask mask,
            String label,
            String patient,
            String studyUid,
            String seriesUid,
            String frameOfReference)
            throws IOException {
        Attributes dataset = dataset(mask, label);
        dataset.setString(Tag.PatientID, VR.LO, patient);
        dataset.setString(Tag.StudyInstanceUID, VR.UI, studyUid);
        dataset.setString(Tag.FrameOfReferenceUID, VR.UI, frameOfReference);
        var series = new Attributes();
        series.setString(Tag.SeriesInstanceUID, VR.UI, seriesUid);
        dataset.newSequence(Tag.ReferencedSeriesSequence, 1).add(series);
        write(file, dataset);
    }

    static void write(Path file, Attributes dataset) throws IOException {
        Files.createDirectories(file.getParent());
        try (var out = new ImageOutputStream(Files.newOutputStream(file), UID.ExplicitVRLittleEndian)) {
            out.writeDataset(dataset.createFileMetaInformation(UID.ExplicitVRLittleEndian), dataset);
        }
    }

    static Attributes dataset(Mask mask, String label) {
        VoxelGrid grid = mask.grid();
        int pixels = grid.sizeI() * grid.sizeJ();
        List<Integer> slices = IntStream.range(0, grid.sizeK())
                .filter(k -> any(mask, k))
                .boxed()
                .toList();
        var packed = new byte[(pixels * slices.size() + 15) / 16 * 2];
        var dataset = new Attributes();
        dataset.setString(Tag.SOPClassUID, VR.UI, SegmentationReader.SEGMENTATION);
        dataset.setString(Tag.SOPInstanceUID, VR.UI, "2.25.77");
        dataset.setString(Tag.Modality, VR.CS, "SEG");
        dataset.setString(Tag.SegmentationType, VR.CS, "BINARY");
        dataset.setInt(Tag.SamplesPerPixel, VR.US, 1);
        dataset.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        dataset.setInt(Tag.Rows, VR.US, grid.sizeJ());
        dataset.setInt(Tag.Columns, VR.US, grid.sizeI());
        dataset.setInt(Tag.BitsAllocated, VR.US, 1);
        dataset.setInt(Tag.BitsStored, VR.US, 1);
        dataset.setInt(Tag.HighBit, VR.US, 0);
        dataset.setInt(Tag.PixelRepresentation, VR.US, 0);
        dataset.setInt(Tag.NumberOfFrames, VR.IS, slices.size());
        var segment = new Attributes();
        segment.setInt(Tag.SegmentNumber, VR.US, 1);
        segment.setString(Tag.SegmentLabel, VR.LO, label);
        dataset.newSequence(Tag.SegmentSequence, 1).add(segment);
        shared(dataset, grid);
        Sequence perFrame = dataset.newSequence(Tag.PerFrameFunctionalGroupsSequence, slices.size());
        for (int frame = 0; frame < slices.size(); frame++) {
            perFrame.add(frame(grid.patientLps(0, 0, slices.get(frame))));
            for (int n = 0; n < pixels; n++) {
                if (mask.inside()[slices.get(frame) * pixels + n]) {
                    int bit = frame * pixels + n;
                    packed[bit / 8] |= (byte) (1 << bit % 8);
                }
            }
        }
        dataset.setBytes(Tag.PixelData, VR.OW, packed);
        return dataset;
    }

    private static boolean any(Mask mask, int k) {
        int pixels = mask.grid().sizeI() * mask.grid().sizeJ();
        for (int n = k * pixels; n < (k + 1) * pixels; n++) {
            if (mask.inside()[n]) {
                return true;
            }
        }
        return false;
    }

    private static void shared(Attributes dataset, VoxelGrid grid) {
        var shared = new Attributes();
        Vec3 row = grid.voxelToPatientLps().columnI().unit();
        Vec3 column = grid.voxelToPatientLps().columnJ().unit();
        var orientation = new Attributes();
        orientation.setDouble(
                Tag.ImageOrientationPatient, VR.DS, row.x(), row.y(), row.z(), column.x(), column.y(), column.z());
        shared.newSequence(Tag.PlaneOrientationSequence, 1).add(orientation);
        var measures = new Attributes();
        measures.setDouble(Tag.PixelSpacing, VR.DS, grid.spacingMm(1), grid.spacingMm(0));
        measures.setDouble(Tag.SpacingBetweenSlices, VR.DS, grid.spacingMm(2));
        shared.newSequence(Tag.PixelMeasuresSequence, 1).add(measures);
        dataset.newSequence(Tag.SharedFunctionalGroupsSequence, 1).add(shared);
    }

    private static Attributes frame(Vec3 position) {
        var groups = new Attributes();
        var plane = new Attributes();
        plane.setDouble(Tag.ImagePositionPatient, VR.DS, position.x(), position.y(), position.z());
        groups.newSequence(Tag.PlanePositionSequence, 1).add(plane);
        var identification = new Attributes();
        identification.setInt(Tag.ReferencedSegmentNumber, VR.US, 1);
        groups.newSequence(Tag.SegmentIdentificationSequence, 1).add(identification);
        return groups;
    }
}
