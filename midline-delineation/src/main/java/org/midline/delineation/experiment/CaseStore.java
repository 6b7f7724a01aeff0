package org.midline.delineation.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.FileHashes;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.core.file.WholeFile;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.Measure;
import org.midline.evaluation.Metric;

/**
 * Measured cases on disk, one small JSON file each ({@code ID-t2.json}), so that hours of work outlive an interruption.
 *
 * @param folder made when the first case is kept
 * @param method a fingerprint of program and models; what came of others, or of other images and masks than there are
 *     now, is measured anew
 */
public record CaseStore(Path folder, String method) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String METHOD = "method";
    private static final String FILES = "filesSha256";
    private static final String AGAINST_TRUTH = "againstTruth";
    private static final String AGAINST_EXPERT = "againstExpert";
    private static final String BETWEEN_EXPERTS = "betweenExperts";

    Optional<MeasuredCase> find(CohortPatient patient, Sequence sequence) throws IOException {
        Path file = file(patient.id(), sequence);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        JsonNode root = read(file);
        if (!root.path(METHOD).asText().equals(method)
                || !root.path(FILES).asText().equals(hash(patient, sequence))) {
            return Optional.empty();
        }
        return evaluation(root, AGAINST_TRUTH, patient.id(), sequence)
                .map(truth -> new MeasuredCase(
                        patient.id(),
                        sequence,
                        patient.split(),
                        truth,
                        evaluation(root, AGAINST_EXPERT, patient.id(), sequence),
                        evaluation(root, BETWEEN_EXPERTS, patient.id(), sequence)));
    }

    /** @param patient that was measured */
    void keep(CohortPatient patient, MeasuredCase one) throws IOException {
        Files.createDirectories(folder);
        ObjectNode root = JSON.createObjectNode();
        root.put(METHOD, method);
        root.put(FILES, hash(patient, one.sequence()));
        root.put("patient", one.patientId());
        root.put("sequence", one.sequence().key());
        root.put("split", one.split().key());
        write(root.putObject(AGAINST_TRUTH), one.againstTruth());
        one.againstExpert().ifPresent(expert -> write(root.putObject(AGAINST_EXPERT), expert));
        one.betweenExperts().ifPresent(experts -> write(root.putObject(BETWEEN_EXPERTS), experts));
        byte[] text = JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file(one.patientId(), one.sequence()), stream -> stream.write(text));
    }

    /** Of the image, the masks and what in them is the tumour. */
    private static String hash(CohortPatient patient, Sequence sequence) throws IOException {
        CohortImage files = patient.images().get(sequence);
        String all = FileHashes.sha256(files.image())
                + FileHashes.sha256(files.gtv())
                + (files.expert().isPresent() ? FileHashes.sha256(files.expert().get()) : "")
                + files.labels().key();
        return FileHashes.sha256(all.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String patientId, Sequence sequence) {
        return folder.resolve("%s-%s.json".formatted(patientId, sequence.key()));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new InputRefusedException(
                    "%s: not a measured case (%s); delete it and it is measured again"
                            .formatted(file, e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
        }
    }

    private static void write(ObjectNode node, CaseEvaluation evaluation) {
        evaluation.measures().forEach((metric, measure) -> {
            if (measure instanceof Measure.Value value) {
                node.put(metric.key(), value.value());
            } else if (measure instanceof Measure.Undefined undefined) {
                node.put(metric.key(), undefined.reason());
            }
        });
    }

    /** Numbers are values, texts the reasons why there is none. */
    private static Optional<CaseEvaluation> evaluation(
            JsonNode root, String name, String patientId, Sequence sequence) {
        if (!root.has(name)) {
            return Optional.empty();
        }
        Map<Metric, Measure> measures = new LinkedHashMap<>();
        for (Metric metric : Metric.STANDARD) {
            JsonNode cell = root.get(name).path(metric.key());
            measures.put(
                    metric,
                    cell.isNumber()
                            ? Measure.of(cell.asDouble())
                            : Measure.undefined(cell.asText("").isBlank() ? "not measured" : cell.asText()));
        }
        return Optional.of(new CaseEvaluation(patientId, sequence, measures));
    }
}
