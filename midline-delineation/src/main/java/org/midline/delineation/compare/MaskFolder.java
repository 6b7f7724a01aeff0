package org.midline.delineation.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.midline.cohort.CohortImage;
import org.midline.core.InputRefusedException;
import org.midline.dicom.DicomSegmentation;
import org.midline.dicom.RtStructureSet;
import org.midline.dicom.StructureFiles;
import org.midline.dicom.read.RtStructureSetReader;
import org.midline.dicom.read.SegmentationReader;
import org.midline.dicom.read.StudyFinder;

/** The masks in a folder and the folders below it: NIfTI files, structure sets, segmentations. */
final class MaskFolder {
    private static final List<String> NIFTI = List.of(".nii.gz", ".nii");

    private final Path folder;
    private final WantedStructure wanted;
    private final List<MaskFile> masks = new ArrayList<>();
    private final Set<String> otherStructures = new TreeSet<>();

    private MaskFolder(Path folder, WantedStructure wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    /**
     * By name, sorted.
     *
     * @throws InputRefusedException if there is none, a file cannot be read, or no DICOM file has the structure
     */
    static List<MaskFile> read(Path folder, WantedStructure wanted) {
        if (!Files.isDirectory(folder)) {
            throw new InputRefusedException(folder + ": no such folder; expected one with masks in it");
        }
        var found = new MaskFolder(folder, wanted);
        found.readNifti();
        found.readDicom();
        if (found.masks.isEmpty()) {
            throw new InputRefusedException(
                    folder + ": no mask here; expected NIfTI files, DICOM structure sets or segmentations");
        }
        if (found.masks.stream().allMatch(mask -> mask instanceof MaskFile.Nothing)) {
            throw new InputRefusedException("%s: no file has %s; there are %s"
                    .formatted(
                            folder,
                            wanted.roiName().map(name -> "'" + name + "'").orElse("exactly one structure"),
                            found.otherStructures.isEmpty() ? "none" : String.join(", ", found.otherStructures)));
        }
        return found.masks;
    }

    private void readNifti() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> Files.isRegularFile(file) && ending(file).isPresent())
                    .sorted()
                    .forEach(file -> masks.add(new MaskFile.Voxels(
                            file,
                            name(file),
                            "",
                            new CohortImage(file, file, wanted.labels(), Optional.empty(), Optional.empty())
                                    .readGtv())));
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be listed (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    private void readDicom() {
        StructureFiles files = StudyFinder.structures(folder);
        files.structureSets().forEach(this::takeStructureSet);
        files.segmentations().forEach(this::takeSegmentation);
    }

    private void takeStructureSet(Path file) {
        RtStructureSet set = RtStructureSetReader.read(file);
        set.rois().forEach(roi -> otherStructures.add("'" + roi.name() + "'"));
        var named = set.rois().stream()
                .filter(roi -> wanted.isCalled(roi.name()) && !roi.contours().isEmpty())
                .toList();
        requireOne(file, named.size());
        masks.add(
                named.isEmpty()
                        ? new MaskFile.Nothing(file, name(file), set.referencedSeriesUid())
                        : new MaskFile.Contours(file, name(file), set.referencedSeriesUid(), named.get(0)));
    }

    private void takeSegmentation(Path file) {
        DicomSegmentation segmentation = SegmentationReader.read(file);
        segmentation.segments().forEach(segment -> otherStructures.add("'" + segment.label() + "'"));
        var named = segmentation.segments().stream()
                .filter(segment -> wanted.isCalled(segment.label()))
                .toList();
        requireOne(file, named.size());
        masks.add(
                named.isEmpty()
                        ? new MaskFile.Nothing(file, name(file), segmentation.referencedSeriesUid())
                        : new MaskFile.Voxels(
                                file,
                                name(file),
                                segmentation.referencedSeriesUid(),
                                named.get(0).mask()));
    }

    private void requireOne(Path file, int found) {
        if (found > 1) {
            throw new InputRefusedException("%s: %d structures%s; give the name of one with --roi: %s"
                    .formatted(
                            file,
                            found,
                            wanted.roiName()
                                    .map(name -> " named '" + name + "'")
                                    .orElse(""),
                            String.join(", ", otherStructures)));
        }
    }

    private String name(Path file) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        int dot = path.lastIndexOf('.');
        return ending(file)
                .map(ending -> path.substring(0, path.length() - ending.length()))
                .orElse(dot > path.lastIndexOf('/') ? path.substring(0, dot) : path);
    }

    private static Optional<String> ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return NIFTI.stream().filter(name::endsWith).findFirst();
    }
}
