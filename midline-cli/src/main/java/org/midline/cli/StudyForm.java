package org.midline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.midline.core.file.WholeFolder;
import org.midline.phantom.SyntheticPatient;
import org.midline.phantom.cohort.CohortForm;
import org.midline.phantom.cohort.PlannedPatient;

/** A cohort's patients as DICOM studies, each a folder named by the patient. A study is there whole or not at all. */
final class StudyForm implements CohortForm {
    private final Path folder;

    /** @param folder of the studies, made if missing */
    StudyForm(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean holds(PlannedPatient patient) {
        return Files.isDirectory(folder.resolve(patient.id()));
    }

    @Override
    public void write(PlannedPatient planned, SyntheticPatient patient) throws IOException {
        WholeFolder.write(folder.resolve(planned.id()), study -> SyntheticStudyFiles.write(patient, study));
    }

    @Override
    public void remove(String id) throws IOException {
        WholeFolder.remove(folder.resolve(id));
    }

    @Override
    public Set<String> ids() throws IOException {
        return WholeFolder.names(folder);
    }
}
