package org.midline.cohort;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;

/**
 * Patients to learn from and to measure with.
 *
 * <p>On disk: {@code cohort.json} and, for each patient and sequence, {@code patients/ID/t2.nii.gz},
 * {@code t2_gtv.nii.gz} and, where there are such, {@code t2_expert.nii.gz} and {@code t2_anatomy.nii.gz} (t1c and flair
 * likewise).
 *
 * @param synthetic true if the patients are made up; said wherever figures from them are shown
 * @param patients in the order of the file, ids unique whatever their case
 */
public record Cohort(String name, boolean synthetic, String description, List<CohortPatient> patients) {

    /** The file that describes a cohort, in its folder. */
    public static final String FILE_NAME = "cohort.json";

    /** The folder of the patients' folders, in the cohort's. */
    public static final String PATIENTS_FOLDER = "patients";

    public Cohort {
        patients = List.copyOf(patients);
        Set<String> ids = new HashSet<>();
        for (CohortPatient patient : patients) {
            if (!ids.add(patient.id().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("Patient id '" + patient.id() + "' twice in one cohort");
            }
        }
    }

    /**
     * Reads a cohort's description; the images are checked to exist and not opened.
     *
     * @param folder that holds {@code cohort.json}
     * @throws InputRefusedException naming the file, the patient and the reason
     */
    public static Cohort read(Path folder) {
        return CohortFile.read(folder);
    }

    /** The patients of a split that have an image of a sequence, in the order of the cohort. */
    public List<CohortPatient> patients(Split split, Sequence sequence) {
        return patients.stream()
                .filter(patient -> patient.split() == split && patient.images().containsKey(sequence))
                .toList();
    }
}
