package org.midline.phantom.cohort;

import java.io.IOException;
import java.util.Set;
import org.midline.phantom.SyntheticPatient;

/**
 * A form in which a cohort's patients are written besides the plain one: DICOM studies, for example. Each has a folder
 * of its own in the cohort's. Patients are written from many threads, one patient from one thread.
 */
public interface CohortForm {

    /** Whether an earlier run has written all of a patient, for the same split. */
    boolean holds(PlannedPatient patient);

    /** Writes a patient; the images' id is that of the plan. Nothing of the patient is there before. */
    void write(PlannedPatient planned, SyntheticPatient patient) throws IOException;

    /** Removes whatever is there of a patient, whichever split it was written for. */
    void remove(String id) throws IOException;

    /** The ids of all patients of whom anything is there. */
    Set<String> ids() throws IOException;
}
