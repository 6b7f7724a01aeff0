package org.midline.network.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.FileHashes;
import org.midline.cohort.Split;
import org.midline.core.Sequence;
import org.midline.network.model.ModelFolder;

/** What a training learns from, told so that other data would be told otherwise. */
final class TrainingData {
    private TrainingData() {}

    /**
     * Names and counts, and the SHA-256 of all images and masks that are read: of the lines
     * {@code patient sequence hash...}, sorted; with the labels that make the target, if they are not all.
     */
    static JsonNode describe(
            Cohort cohort, List<Sequence> sequences, Optional<FreshPatches> fresh, Optional<ModelFolder> start)
            throws IOException {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("cohort", cohort.name());
        data.put("synthetic", cohort.synthetic());
        if (fresh.isEmpty() || fresh.get().share() < 1) {
            data.set("train", split(cohort, Split.TRAIN, sequences));
        }
        data.set("validation", split(cohort, Split.VALIDATION, sequences));
        fresh.ifPresent(more -> {
            data.put("fresh", more.source().description());
            data.put("freshShare", more.share());
        });
        start.ifPresent(model -> data.put("startSha256", model.card().sha256()));
        return data;
    }

    private static ObjectNode split(Cohort cohort, Split split, List<Sequence> sequences) throws IOException {
        List<String> lines = new ArrayList<>();
        int patients = 0;
        for (CohortPatient patient : cohort.patients()) {
            if (patient.split() == split) {
                patients++;
                for (Sequence sequence : sequences) {
                    if (patient.images().containsKey(sequence)) {
                        lines.add(line(patient.id(), sequence, patient.images().get(sequence)));
                    }
                }
            }
        }
        String all = String.join("", lines.stream().sorted().toList());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("patients", patients);
        node.put("images", lines.size());
        node.put("sha256", FileHashes.sha256(all.getBytes(StandardCharsets.UTF_8)));
        return node;
    }

    private static String line(String patient, Sequence sequence, CohortImage image) throws IOException {
        var line = new StringBuilder(patient).append(' ').append(sequence.key());
        if (!image.labels().isEvery()) {
            line.append(' ').append(image.labels().title());
        }
        for (Path file : Stream.concat(Stream.of(image.image(), image.gtv()), image.anatomy().stream())
                .toList()) {
            line.append(' ').append(FileHashes.sha256(file));
        }
        return line.append('\n').toString();
    }
}
