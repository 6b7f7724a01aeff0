package org.midline.delineation.intake;

import java.util.List;
import org.midline.cohort.Cohort;
import org.midline.dicom.SetAside;

/**
 * A cohort made of DICOM studies.
 *
 * @param leftOut studies and images that are not in it, each with the reason
 */
public record ImportedCohort(Cohort cohort, List<SetAside> leftOut) {
    public ImportedCohort {
        leftOut = List.copyOf(leftOut);
    }
}
