package org.midline.phantom.cohort;

import java.io.IOException;
import java.nio.file.Path;
import org.midline.phantom.SyntheticPatient;

/** A form in which a cohort's patients are written besides the cohort's own: a DICOM study, for example. */
public interface OtherForm {

    /** No other form. */
    OtherForm NONE = new OtherForm() {
        @Override
        public boolean isIn(Path patientFolder) {
            return true;
        }

        @Override
        public void write(SyntheticPatient patient, Path patientFolder) {}
    };

    /** Whether an earlier run has written the whole of it into the patient's folder. */
    boolean isIn(Path patientFolder);

    /** Writes it, replacing what is there; the folder may not exist yet. */
    void write(SyntheticPatient patient, Path patientFolder) throws IOException;
}
