package org.midline.dicom;

import java.nio.file.Path;
import java.util.List;

/**
 * The files of one study of one patient, wherever they lie.
 *
 * @param images MR images, at least one
 * @param structureSets RT Structure Sets of the study, and those of the patient that belong to no study with images
 * @param segmentations Segmentations, likewise
 */
public record StudyFiles(
        PatientStudy patientStudy, List<Path> images, List<Path> structureSets, List<Path> segmentations) {
    public StudyFiles {
        images = List.copyOf(images);
        structureSets = List.copyOf(structureSets);
        segmentations = List.copyOf(segmentations);
    }
}
