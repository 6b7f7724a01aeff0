package org.midline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.midline.core.Sequence;
import org.midline.phantom.SyntheticPatient;
import org.midline.phantom.cohort.OtherForm;

/** A cohort's patients as DICOM studies, in the folder {@code study} of each. */
final class StudyForm implements OtherForm {
    private static final String FOLDER = "study";

    /** Series are written in the order of the sequences, each whole or not at all: the last tells for all. */
    @Override
    public boolean isIn(Path patientFolder) {
        Sequence[] sequences = Sequence.values();
        return Files.isDirectory(patientFolder.resolve(FOLDER).resolve(sequences[sequences.length - 1].key()));
    }

    @Override
    public void write(SyntheticPatient patient, Path patientFolder) throws IOException {
        SyntheticStudyFiles.write(patient, patientFolder.resolve(FOLDER));
    }
}
