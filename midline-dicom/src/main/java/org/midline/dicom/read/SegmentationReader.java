package org.midline.dicom.read;

import static org.midline.dicom.read.MrAttributesReader.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.dicom.DicomSegmentation;
import org.midline.dicom.DicomSegmentation.Segment;
import org.midline.dicom.pixel.PixelReader;

/**
 * Reads Segmentation and Label Map Segmentation objects (PS3.3 section A.51): binary, fractional (inside from more than
 * half of MaximumFractionalValue) and label maps.
 */
public final class SegmentationReader {
    static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";
    static final String LABEL_MAP = "1.2.840.10008.5.1.4.1.1.66.7";

    private final Path file;
    private final Attributes dataset;

    private SegmentationReader(Path file, Attributes dataset) {
        this.file = file;
        this.dataset = dataset;
    }

    /**
     * Reads the segments that have any voxel.
     *
     * @throws InputRefusedException if the file is not a readable segmentation on regular slices; the message is one line
     */
    public static DicomSegmentation read(Path file) {
        try {
            return new SegmentationReader(file, DicomHeader.read(file).dataset()).segmentation();
        } catch (UnusableException | IOException e) {
            throw new InputRefusedException("%s: %s".formatted(file, e.getMessage()), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InputRefusedException("%s: damaged segmentation, %s".formatted(file, e.getMessage()), e);
        }
    }

    private DicomSegmentation segmentation() throws UnusableException, IOException {
        String sopClass = text(dataset, Tag.SOPClassUID);
        if (!sopClass.equals(SEGMENTATION) && !sopClass.equals(LABEL_MAP)) {
            throw new UnusableException(
                    "SOPClassUID (0008,0016) is %s, expected Segmentation Storage".formatted(sopClass));
        }
        List<SegmentationFrame> frames = frames();
        PixelReader pixels = PixelReader.open(file);
        var stack = new SegmentationStack(frames, pixels);
        var segments = new ArrayList<Segment>();
        for (Attributes segment : items(Tag.SegmentSequence)) {
            int number = segment.getInt(Tag.SegmentNumber, 0);
            Optional<Mask> mask = stack.mask(number, threshold(number));
            mask.ifPresent(found -> segments.add(new Segment(number, text(segment, Tag.SegmentLabel), found)));
        }
        return new DicomSegmentation(
                MrAttributesReader.patientStudy(dataset),
                text(dataset, Tag.SOPInstanceUID),
                text(dataset, Tag.FrameOfReferenceUID),
                items(Tag.ReferencedSeriesSequence).stream()
                        .map(series -> text(series, Tag.SeriesInstanceUID))
                        .findFirst()
                        .orElse(""),
                segments);
    }

    private List<SegmentationFrame> frames() throws UnusableException {
        int count = Math.max(1, dataset.getInt(Tag.NumberOfFrames, 1));
        var frames = new ArrayList<SegmentationFrame>(count);
        for (int index = 0; index < count; index++) {
            frames.add(SegmentationFrame.of(FunctionalGroups.ofFrame(dataset, index), index));
        }
        return frames;
    }

    /** Which stored values of a frame are of a segment. */
    private SegmentationStack.Inside threshold(int number) {
        return switch (text(dataset, Tag.SegmentationType)) {
            case "LABELMAP" -> stored -> stored == number;
            case "FRACTIONAL" -> {
                int whole = dataset.getInt(Tag.MaximumFractionalValue, 255);
                yield stored -> 2L * stored > whole;
            }
            default -> stored -> stored != 0;
        };
    }

    private List<Attributes> items(int sequenceTag) {
        List<Attributes> items = dataset.getSequence(sequenceTag);
        return items == null ? List.of() : items;
    }
}
