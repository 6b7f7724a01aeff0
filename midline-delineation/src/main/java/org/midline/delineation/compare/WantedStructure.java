package org.midline.delineation.compare;

import java.util.Optional;
import org.midline.cohort.TargetLabels;

/**
 * Which structure of a file is compared.
 *
 * @param labels in NIfTI files
 * @param roiName in DICOM files, whatever its case; empty takes the only one that there is
 */
public record WantedStructure(TargetLabels labels, Optional<String> roiName) {
    boolean isCalled(String found) {
        return roiName.map(name -> name.strip().equalsIgnoreCase(found.strip())).orElse(true);
    }
}
