package org.midline.dicom.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.midline.core.Volume;
import org.midline.dicom.MrSeries;
import org.midline.dicom.SetAside;
import org.midline.dicom.pixel.PixelReader;

/** Makes volumes of the frames of one series, or sets it aside with the reason. */
final class SeriesAssembler {
    private final List<MrSeries> series = new ArrayList<>();
    private final List<SetAside> setAside = new ArrayList<>();

    List<MrSeries> series() {
        return series;
    }

    List<SetAside> setAside() {
        return setAside;
    }

    /** @param frames of one SeriesInstanceUID */
    void add(List<Frame> frames) {
        String name = nameOf(frames.get(0));
        if (frames.get(0).attributes().imageType().contains("LOCALIZER")) {
            setAside.add(new SetAside(name, "a localizer (ImageType LOCALIZER)"));
            return;
        }
        List<List<Frame>> orientations = StackSorter.byOrientation(frames);
        if (orientations.size() > 1) {
            setAside.add(new SetAside(
                    name,
                    "%d orientations in one series, expected parallel slices (a localizer or a radial series?)"
                            .formatted(orientations.size())));
            return;
        }
        for (List<Frame> raster : StackSorter.byRaster(frames)) {
            for (List<Frame> stack : splitWhereDoubled(raster)) {
                try {
                    series.add(volume(stack));
                } catch (UnusableException e) {
                    setAside.add(new SetAside(name, e.getMessage()));
                }
            }
        }
    }

    static String nameOf(Frame frame) {
        var attributes = frame.attributes();
        String number = attributes.seriesNumber().isPresent()
                ? "series " + attributes.seriesNumber().getAsInt()
                : "series " + frame.seriesInstanceUid();
        String description =
                attributes.seriesDescription().isEmpty() ? attributes.protocolName() : attributes.seriesDescription();
        return "%s '%s' (%s)".formatted(number, description, frame.file().getFileName());
    }

    /** Two echoes or two image types in one series are stacks of their own; they show by doubled positions. */
    private static Collection<List<Frame>> splitWhereDoubled(List<Frame> frames) {
        boolean doubled = StackGeometry.byPosition(frames).size() < frames.size();
        return doubled ? StackSorter.byContrast(frames) : List.of(frames);
    }

    private MrSeries volume(List<Frame> frames) throws UnusableException {
        Map<Path, PixelReader> open = new HashMap<>();
        var sorted = new ArrayList<Frame>();
        for (List<Frame> same : StackGeometry.byPosition(frames)) {
            sorted.add(onlyOne(same, open));
        }
        StackGeometry stack = StackGeometry.of(sorted);
        var values = new float[stack.grid().voxelCount()];
        int at = 0;
        for (Frame frame : stack.slices()) {
            for (int stored : storedValues(frame, open)) {
                values[at++] = frame.values().apply(stored);
            }
            if (frame.reference().frameNumber() == 0) {
                open.remove(frame.file());
            }
        }
        Frame first = stack.slices().get(0);
        return new MrSeries(
                first.patientStudy(),
                first.seriesInstanceUid(),
                first.frameOfReferenceUid(),
                first.attributes(),
                new Volume(stack.grid(), values),
                stack.slices().stream().map(Frame::reference).toList());
    }

    /** Copies of a slice are dropped; different images at one position are a time series or worse. */
    private Frame onlyOne(List<Frame> same, Map<Path, PixelReader> open) throws UnusableException {
        Frame first = same.get(0);
        for (Frame other : same.subList(1, same.size())) {
            if (!Arrays.equals(storedValues(first, open), storedValues(other, open))) {
                throw new UnusableException(
                        "%d different images at one position (%s and %s): a time series, or two acquisitions in one"
                                .formatted(same.size(), first.name(), other.name()));
            }
            setAside.add(new SetAside(other.name(), "the same image at the same position as " + first.name()));
        }
        return first;
    }

    private static int[] storedValues(Frame frame, Map<Path, PixelReader> open) throws UnusableException {
        try {
            PixelReader reader = open.get(frame.file());
            if (reader == null) {
                reader = PixelReader.open(frame.file());
                open.put(frame.file(), reader);
            }
            if (reader.rows() != frame.rows() || reader.columns() != frame.columns()) {
                throw new UnusableException(frame.name() + ": the file changed while it was read");
            }
            return reader.storedValues(frame.index());
        } catch (IOException e) {
            throw new UnusableException("%s: %s".formatted(frame.name(), e.getMessage()), e);
        }
    }
}
