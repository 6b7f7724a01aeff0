package org.midline.dicom.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.midline.core.InputRefusedException;
import org.midline.dicom.PatientStudy;
import org.midline.dicom.StructureFiles;
import org.midline.dicom.StudyFiles;

/** Sorts the files below a folder by patient and study, by what they say and not by where they lie. */
public final class StudyFinder {
    private static final String MR = "MR";

    private final Map<String, Gathered> studies = new TreeMap<>();

    private StudyFinder() {}

    private static final class Gathered {
        private final PatientStudy study;
        private final List<Path> images = new ArrayList<>();
        private final List<Path> structureSets = new ArrayList<>();
        private final List<Path> segmentations = new ArrayList<>();

        Gathered(PatientStudy study) {
            this.study = study;
        }
    }

    /**
     * The studies with MR images, by patient, date and UID. Files that are no DICOM are passed over.
     *
     * @throws InputRefusedException if there is no such folder or no MR image in it
     */
    public static List<StudyFiles> find(Path folder) {
        var finder = new StudyFinder();
        InputFiles.of(List.of(folder)).files().forEach(finder::take);
        List<StudyFiles> found = finder.found();
        if (found.isEmpty()) {
            throw new InputRefusedException(folder + ": no MR images in DICOM form among the files");
        }
        return found;
    }

    /** The structure sets and segmentations, with or without their images; none if there are none. */
    public static StructureFiles structures(Path folder) {
        var finder = new StudyFinder();
        InputFiles.of(List.of(folder)).files().forEach(finder::take);
        return new StructureFiles(
                finder.studies.values().stream()
                        .flatMap(each -> each.structureSets.stream())
                        .sorted()
                        .toList(),
                finder.studies.values().stream()
                        .flatMap(each -> each.segmentations.stream())
                        .sorted()
                        .toList());
    }

    private void take(Path file) {
        try {
            DicomHeader header = DicomHeader.read(file);
            PatientStudy study = header.patientStudy();
            Gathered of = studies.computeIfAbsent(
                    patient(study) + "\n" + study.studyInstanceUid(), any -> new Gathered(study));
            String sopClass = MrAttributesReader.text(header.dataset(), Tag.SOPClassUID);
            if (sopClass.equals(UID.RTStructureSetStorage)) {
                of.structureSets.add(file);
            } else if (sopClass.equals(SegmentationReader.SEGMENTATION)
                    || sopClass.equals(SegmentationReader.LABEL_MAP)) {
                of.segmentations.add(file);
            } else if (MrAttributesReader.text(header.dataset(), Tag.Modality).equals(MR)) {
                of.images.add(file);
            }
        } catch (UnusableException notDicom) {
            // a table, a note, a picture: no part of a study
        }
    }

    private static String patient(PatientStudy study) {
        return study.patientId().isEmpty() ? study.patientName() : study.patientId();
    }

    private List<StudyFiles> found() {
        List<Gathered> withoutImages =
                studies.values().stream().filter(each -> each.images.isEmpty()).toList();
        return studies.values().stream()
                .filter(each -> !each.images.isEmpty())
                .sorted(Comparator.comparing((Gathered each) -> patient(each.study))
                        .thenComparing(each -> each.study.studyDate())
                        .thenComparing(each -> each.study.studyInstanceUid()))
                .map(each -> {
                    List<Gathered> loose = withoutImages.stream()
                            .filter(other -> patient(other.study).equals(patient(each.study)))
                            .toList();
                    return new StudyFiles(
                            each.study,
                            each.images,
                            joined(each.structureSets, loose.stream().flatMap(other -> other.structureSets.stream())),
                            joined(each.segmentations, loose.stream().flatMap(other -> other.segmentations.stream())));
                })
                .toList();
    }

    private static List<Path> joined(List<Path> own, Stream<Path> loose) {
        return Stream.concat(own.stream(), loose).sorted().toList();
    }
}
