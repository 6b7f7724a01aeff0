package org.midline.delineation.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.resample.Resampler;
import org.midline.dicom.DicomSegmentation;
import org.midline.dicom.MrSeries;
import org.midline.dicom.RtRoi;
import org.midline.dicom.RtStructureSet;

/** The target as some file holds it, drawn on some series. */
sealed interface DrawnTarget {

    Path file();

    /** The series that it was drawn on; empty if the file does not say. */
    String seriesUid();

    String frameOfReferenceUid();

    /**
     * The target on the grid of an image in the same frame of reference.
     *
     * @param series of the study, among them the one that the target was drawn on if it is an MR series
     * @throws InputRefusedException if the series that it was drawn on is needed and not among them
     */
    Mask on(MrSeries image, List<MrSeries> series);

    default boolean isDrawnOn(MrSeries image) {
        return seriesUid().equals(image.seriesInstanceUid());
    }

    /** Frames of reference that are not given are taken for the same. */
    default boolean sharesFrameWith(MrSeries image) {
        return frameOfReferenceUid().isEmpty()
                || image.frameOfReferenceUid().isEmpty()
                || frameOfReferenceUid().equals(image.frameOfReferenceUid());
    }

    /** Contours, which are filled on the slices they were drawn on. */
    record Contours(Path file, RtStructureSet set, RtRoi roi) implements DrawnTarget {
        @Override
        public String seriesUid() {
            return set.referencedSeriesUid();
        }

        @Override
        public String frameOfReferenceUid() {
            return set.frameOfReferenceUid();
        }

        @Override
        public Mask on(MrSeries image, List<MrSeries> series) {
            Optional<MrSeries> drawnOn = isDrawnOn(image)
                    ? Optional.of(image)
                    : series.stream().filter(this::isDrawnOn).findFirst();
            Mask drawn = roi.maskOn(drawnOn.orElse(image).volume().grid());
            return Resampler.linear(drawn, image.volume().grid());
        }
    }

    /** Voxels on a grid of their own. */
    record Voxels(Path file, DicomSegmentation segmentation, DicomSegmentation.Segment segment) implements DrawnTarget {
        @Override
        public String seriesUid() {
            return segmentation.referencedSeriesUid();
        }

        @Override
        public String frameOfReferenceUid() {
            return segmentation.frameOfReferenceUid();
        }

        @Override
        public Mask on(MrSeries image, List<MrSeries> series) {
            return Resampler.linear(segment.mask(), image.volume().grid());
        }
    }
}
