package org.midline.dicom;

import java.util.List;

/**
 * The MR volumes of one patient's study, and what of the input was left out.
 *
 * @param series at least one, by series number; a SeriesInstanceUID comes more than once where one series held several
 *     stacks (two echoes, two planes)
 * @param setAside whatever was given and is not part of {@code series}, each with its reason
 */
public record DicomStudy(PatientStudy patientStudy, List<MrSeries> series, List<SetAside> setAside) {
    public DicomStudy {
        series = List.copyOf(series);
        setAside = List.copyOf(setAside);
    }
}
