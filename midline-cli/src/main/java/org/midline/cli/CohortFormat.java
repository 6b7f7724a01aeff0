package org.midline.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.midline.phantom.cohort.BratsForm;
import org.midline.phantom.cohort.CohortForm;

/** The forms in which a cohort is written. */
enum CohortFormat {
    /** NIfTI and {@code cohort.json}: what the other commands read, and what a later run goes on from. Always written. */
    PLAIN,
    /** NIfTI on one grid of 1 mm, named as in the BraTS challenges. */
    BRATS,
    /** Raw datasets of nnU-Net, linked to the plain files when the cohort is complete. */
    NNUNET,
    /** DICOM studies with RT Structure Sets. */
    DICOM;

    /** The word on the command line, and the folder in the cohort's. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Written patient by patient, besides the plain one. */
    boolean isByPatient() {
        return this == BRATS || this == DICOM;
    }

    CohortForm form(Path cohortFolder) {
        Path folder = cohortFolder.resolve(key());
        return switch (this) {
            case BRATS -> new BratsForm(folder);
            case DICOM -> new StudyForm(folder);
            case PLAIN, NNUNET -> throw new IllegalArgumentException(this + " is not written patient by patient");
        };
    }
}
