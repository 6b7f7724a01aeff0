package org.midline.delineation.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.dicom.DicomSegmentation;
import org.midline.dicom.MrSeries;
import org.midline.dicom.RtRoi;
import org.midline.dicom.RtStructureSet;
import org.midline.dicom.StudyFiles;
import org.midline.dicom.read.RtStructureSetReader;
import org.midline.dicom.read.SegmentationReader;

/** Where in the files of a study its target was drawn. */
final class StudyTargets {
    private final String name;
    private final List<DrawnTarget> targets = new ArrayList<>();
    private final Set<String> others = new TreeSet<>();

    private StudyTargets(String name) {
        this.name = name;
    }

    /**
     * Reads the structure sets and segmentations of a study.
     *
     * @param name of the ROI or segment, whatever its case
     * @throws InputRefusedException if none of them has it, naming what there is
     */
    static StudyTargets read(StudyFiles files, String name) {
        var targets = new StudyTargets(name);
        files.structureSets().forEach(file -> targets.unlessRefused(file, targets::takeStructureSet));
        files.segmentations().forEach(file -> targets.unlessRefused(file, targets::takeSegmentation));
        if (targets.targets.isEmpty()) {
            throw new InputRefusedException("no ROI or segment '%s' in %d structure sets and %d segmentations%s"
                    .formatted(
                            name,
                            files.structureSets().size(),
                            files.segmentations().size(),
                            targets.others.isEmpty() ? "" : "; there are " + String.join(", ", targets.others)));
        }
        return targets;
    }

    /** A file that cannot be read matters only where no other has the target. */
    private void unlessRefused(Path file, Consumer<Path> taking) {
        try {
            taking.accept(file);
        } catch (InputRefusedException e) {
            others.add(e.getMessage());
        }
    }

    private void takeStructureSet(Path file) {
        RtStructureSet set = RtStructureSetReader.read(file);
        for (RtRoi roi : set.rois()) {
            if (isTarget(roi.name()) && !roi.contours().isEmpty()) {
                targets.add(new DrawnTarget.Contours(file, set, roi));
            } else {
                others.add("'" + roi.name() + "'");
            }
        }
    }

    private void takeSegmentation(Path file) {
        DicomSegmentation segmentation = SegmentationReader.read(file);
        for (DicomSegmentation.Segment segment : segmentation.segments()) {
            if (isTarget(segment.label())) {
                targets.add(new DrawnTarget.Voxels(file, segmentation, segment));
            } else {
                others.add("'" + segment.label() + "'");
            }
        }
    }

    private boolean isTarget(String found) {
        return found.strip().equalsIgnoreCase(name.strip());
    }

    /**
     * The target on an image: as drawn on it, or else as drawn on another image in the same frame of reference.
     *
     * @param series of the study
     * @throws InputRefusedException if it was drawn in another frame of reference, twice, or covers no voxel
     */
    Mask on(MrSeries image, List<MrSeries> series) {
        List<DrawnTarget> onIt =
                targets.stream().filter(target -> target.isDrawnOn(image)).toList();
        if (onIt.size() > 1) {
            throw new InputRefusedException("'%s' is drawn %d times on one series (%s); leave one file"
                    .formatted(
                            name,
                            onIt.size(),
                            onIt.stream()
                                    .map(target -> target.file().getFileName().toString())
                                    .collect(Collectors.joining(", "))));
        }
        DrawnTarget target = onIt.stream()
                .findFirst()
                .or(() -> targets.stream()
                        .filter(other -> other.sharesFrameWith(image))
                        .findFirst())
                .orElseThrow(() -> new InputRefusedException(
                        "'%s' is drawn in another frame of reference than the image".formatted(name)));
        Mask mask = target.on(image, series);
        if (mask.isEmpty()) {
            throw new InputRefusedException("'%s' of %s covers no voxel of the image"
                    .formatted(name, target.file().getFileName()));
        }
        return mask;
    }
}
