package org.midline.cohort;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.midline.core.Sequence;
import org.midline.core.file.WholeFolder;

/**
 * A cohort as raw datasets of nnU-Net, version 2: one for each sequence, since the images of a patient lie on grids of
 * their own. Layout and {@code dataset.json} follow nnU-Net's documentation/dataset_format.md.
 *
 * <p>Training and validation patients are its training cases, with {@code splits_final.json} to tell them apart (nnU-Net
 * looks for it in its folder of preprocessed data, not here); test patients lie in {@code imagesTs} and
 * {@code labelsTs}, which nnU-Net does not read. Images are hard links to the cohort's where the file system has them,
 * so that they take no room, and copies elsewhere.
 */
public final class NnUnetDatasets {
    private static final Map<Sequence, String> NAMES = Map.of(
            Sequence.T1C, "Dataset501_MidlineT1C",
            Sequence.T2, "Dataset502_MidlineT2",
            Sequence.FLAIR, "Dataset503_MidlineFLAIR");
    private static final String ENDING = ".nii.gz";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private NnUnetDatasets() {}

    /**
     * Writes the datasets, replacing those that are there.
     *
     * @param folder of the datasets, on the file system of the cohort; nnU-Net's {@code nnUNet_raw}
     * @param cohort with images that end in .nii.gz and masks of 0 and 1
     */
    public static void write(Path folder, Cohort cohort) throws IOException {
        for (Sequence sequence : Sequence.values()) {
            Path dataset = folder.resolve(NAMES.get(sequence));
            if (cohort.patients().stream().anyMatch(patient -> patient.images().containsKey(sequence))) {
                WholeFolder.write(dataset, inside -> write(inside, cohort, sequence));
            } else {
                WholeFolder.remove(dataset);
            }
        }
    }

    private static void write(Path dataset, Cohort cohort, Sequence sequence) throws IOException {
        List<CohortPatient> training = cohort.patients(Split.TRAIN, sequence);
        List<CohortPatient> validation = cohort.patients(Split.VALIDATION, sequence);
        for (CohortPatient patient : training) {
            link(dataset, "Tr", patient, sequence);
        }
        for (CohortPatient patient : validation) {
            link(dataset, "Tr", patient, sequence);
        }
        for (CohortPatient patient : cohort.patients(Split.TEST, sequence)) {
            link(dataset, "Ts", patient, sequence);
        }
        ObjectNode description = JSON.createObjectNode();
        description.put("name", "%s, %s".formatted(cohort.name(), sequence.title()));
        description.put("description", (cohort.synthetic() ? "SYNTHETIC patients. " : "") + cohort.description());
        description.putObject("channel_names").put("0", sequence.title());
        description.putObject("labels").put("background", 0).put("GTV", 1);
        description.put("numTraining", training.size() + validation.size());
        description.put("file_ending", ENDING);
        Files.writeString(dataset.resolve("dataset.json"), JSON.writeValueAsString(description) + "\n");
        if (!training.isEmpty() && !validation.isEmpty()) {
            ArrayNode folds = JSON.createArrayNode();
            ObjectNode fold = folds.addObject();
            put(fold.putArray("train"), training);
            put(fold.putArray("val"), validation);
            Files.writeString(dataset.resolve("splits_final.json"), JSON.writeValueAsString(folds) + "\n");
        }
    }

    private static void put(ArrayNode ids, List<CohortPatient> patients) {
        patients.forEach(patient -> ids.add(patient.id()));
    }

    private static void link(Path dataset, String part, CohortPatient patient, Sequence sequence) throws IOException {
        CohortImage files = patient.images().get(sequence);
        link(files.image(), dataset.resolve("images" + part).resolve(patient.id() + "_0000" + ENDING));
        link(files.gtv(), dataset.resolve("labels" + part).resolve(patient.id() + ENDING));
    }

    private static void link(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.copy(from, to);
        }
    }
}
