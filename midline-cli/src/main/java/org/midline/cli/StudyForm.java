package org.midline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.midline.core.Sequence;
import org.midline.core.file.WholeFolder;
import org.midline.dicom.MrSeries;
import org.midline.phantom.SyntheticPatient;
import org.midline.phantom.cohort.CohortForm;
import org.midline.phantom.cohort.PlannedPatient;

/**
 * A cohort's patients as DICOM studies: {@code ID/t1c/}, {@code t2/}, {@code flair/} and, for each of these series, the
 * truth as {@code rtstruct_t1c.dcm} and so on. A study is there whole or not at all.
 */
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
        WholeFolder.write(folder.resolve(planned.id()), study -> {
            Map<Sequence, MrSeries> series = SyntheticStudyFiles.write(patient, study);
            for (Map.Entry<Sequence, MrSeries> entry : series.entrySet()) {
                Path file =
                        study.resolve("rtstruct_%s.dcm".formatted(entry.getKey().key()));
                TruthStructures.write(file, patient.images().get(entry.getKey()), entry.getValue());
            }
        });
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
