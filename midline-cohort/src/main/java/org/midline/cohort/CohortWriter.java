package org.midline.cohort;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.core.file.WholeFile;
import org.midline.core.nifti.NiftiWriter;

/**
 * Writes a cohort patient by patient, from any number of threads. {@code cohort.json} appears only in
 * {@link #finish()}.
 *
 * <p>A patient's folder holds a {@code patient.json} once all of its images are written: an interrupted run that is
 * started again finds there what need not be made again, see {@link #resume}.
 */
public final class CohortWriter {
    private static final String PATIENT_FILE = "patient.json";

    private final Path folder;
    private final String name;
    private final boolean synthetic;
    private final String description;
    private final ConcurrentSkipListMap<String, CohortPatient> patients = new ConcurrentSkipListMap<>();

    /**
     * Begins, or goes on with, a cohort.
     *
     * @param folder made if it does not exist
     */
    public CohortWriter(Path folder, String name, boolean synthetic, String description) {
        this.folder = folder.toAbsolutePath().normalize();
        this.name = name;
        this.synthetic = synthetic;
        this.description = description;
    }

    /**
     * Takes over a patient that an earlier run wrote completely, if it is the one wanted now.
     *
     * @param wanted told by split and attributes; true to take the patient over, false to have it made again
     * @return the patient, which is then part of the cohort, or empty if it has to be made
     */
    public Optional<CohortPatient> resume(String id, Predicate<CohortPatient> wanted) {
        Path file = patientFolder(id).resolve(PATIENT_FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Optional<CohortPatient> earlier =
                readable(file).filter(patient -> patient.id().equals(id)).filter(wanted);
        earlier.ifPresent(this::take);
        return earlier;
    }

    private Optional<CohortPatient> readable(Path file) {
        try {
            return Optional.of(CohortFile.readPatient(folder, file));
        } catch (InputRefusedException incomplete) {
            return Optional.empty();
        }
    }

    /**
     * Gives up what an earlier run left of a patient, and its description of the cohort: until {@link #finish()} the
     * folder is no cohort. For those who write more than this writer does before {@link #add}, which does the same.
     */
    public void begin(String id) throws IOException {
        Files.deleteIfExists(folder.resolve(Cohort.FILE_NAME));
        Path patientFolder = patientFolder(id);
        Files.deleteIfExists(patientFolder.resolve(PATIENT_FILE));
        if (Files.isDirectory(patientFolder)) {
            try (var unfinished = Files.newDirectoryStream(patientFolder, ".*.tmp")) {
                for (Path file : unfinished) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Writes a patient's images and labels.
     *
     * @throws IllegalArgumentException if the id is not valid or is already part of the cohort, whatever its case
     * @throws IOException if a file cannot be written; the patient is then not part of the cohort
     */
    public CohortPatient add(
            String id, Split split, Map<Sequence, LabelledImage> images, Map<String, String> attributes)
            throws IOException {
        Path patientFolder = patientFolder(id);
        Map<Sequence, CohortImage> files = new EnumMap<>(Sequence.class);
        images.forEach((sequence, image) -> files.put(
                sequence,
                new CohortImage(
                        patientFolder.resolve(sequence.key() + ".nii.gz"),
                        patientFolder.resolve(sequence.key() + "_gtv.nii.gz"),
                        image.expert().map(mask -> patientFolder.resolve(sequence.key() + "_expert.nii.gz")),
                        image.anatomy().map(labels -> patientFolder.resolve(sequence.key() + "_anatomy.nii.gz")))));
        var patient = new CohortPatient(id, split, files, attributes);
        if (patients.containsKey(key(id))) {
            throw twice(id);
        }
        begin(id);
        for (Map.Entry<Sequence, LabelledImage> entry : images.entrySet()) {
            write(files.get(entry.getKey()), entry.getValue());
        }
        String json = new ObjectMapper().writeValueAsString(CohortFile.toJson(folder, patient));
        WholeFile.writeText(patientFolder.resolve(PATIENT_FILE), json + "\n");
        take(patient);
        return patient;
    }

    private static void write(CohortImage files, LabelledImage image) throws IOException {
        NiftiWriter.writeCompact(files.image(), image.image());
        NiftiWriter.write(files.gtv(), image.gtv());
        if (files.expert().isPresent()) {
            NiftiWriter.write(files.expert().get(), image.expert().orElseThrow());
        }
        if (files.anatomy().isPresent()) {
            NiftiWriter.writeLabels(
                    files.anatomy().get(), image.image().grid(), image.anatomy().orElseThrow());
        }
    }

    /**
     * Writes {@code cohort.json} with all patients added or taken over, sorted by id.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Cohort finish() throws IOException {
        return finish(Map.of());
    }

    /**
     * As {@link #finish()}, with splits that were not known when the patients were added.
     *
     * @param splits by patient id; patients that are not named keep theirs
     */
    public Cohort finish(Map<String, Split> splits) throws IOException {
        if (patients.isEmpty()) {
            throw new IllegalArgumentException("A cohort without patients");
        }
        List<CohortPatient> all = patients.values().stream()
                .map(patient -> patient.in(splits.getOrDefault(patient.id(), patient.split())))
                .toList();
        var cohort = new Cohort(name, synthetic, description, all);
        CohortFile.write(folder, cohort);
        return cohort;
    }

    private void take(CohortPatient patient) {
        if (patients.putIfAbsent(key(patient.id()), patient) != null) {
            throw twice(patient.id());
        }
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException twice(String id) {
        return new IllegalArgumentException("Patient id '" + id + "' twice in one cohort");
    }

    private Path patientFolder(String id) {
        if (!CohortPatient.isValidId(id)) {
            throw new IllegalArgumentException("Patient id '" + id + "' cannot name a folder");
        }
        return folder.resolve(Cohort.PATIENTS_FOLDER).resolve(id);
    }
}
