package org.midline.cohort;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.core.file.WholeFile;

/** {@code cohort.json}: paths are relative to its folder, with '/', and never lead out of it. */
final class CohortFile {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final Path folder;
    private final Path file;

    private CohortFile(Path folder, Path file) {
        this.folder = folder.toAbsolutePath().normalize();
        this.file = file;
    }

    static Cohort read(Path folder) {
        return new CohortFile(folder, folder.resolve(Cohort.FILE_NAME)).read();
    }

    /** A file that holds one patient as {@code cohort.json} does; its paths are relative to the cohort's folder. */
    static CohortPatient readPatient(Path folder, Path file) {
        var patientFile = new CohortFile(folder, file);
        return patientFile.patient(patientFile.parse());
    }

    private Cohort read() {
        if (!Files.isDirectory(folder)) {
            throw new InputRefusedException(folder + ": no such folder, expected a cohort");
        }
        if (!Files.isRegularFile(file)) {
            throw new InputRefusedException(
                    "%s: no %s in this folder; make a cohort with 'midline phantom', or finish one that was interrupted"
                            .formatted(folder, Cohort.FILE_NAME));
        }
        JsonNode root = parse();
        int format = root.path("format").asInt(0);
        if (format != FORMAT) {
            throw refused("format %s, expected %d".formatted(root.path("format"), FORMAT));
        }
        List<CohortPatient> patients = new ArrayList<>();
        for (JsonNode patient : root.path("patients")) {
            patients.add(patient(patient));
        }
        if (patients.isEmpty()) {
            throw refused("no patients, expected at least one");
        }
        try {
            return new Cohort(
                    text(root, "name", "the cohort"),
                    flag(root, "synthetic"),
                    root.path("description").asText(""),
                    patients);
        } catch (IllegalArgumentException e) {
            throw new InputRefusedException(file + ": " + e.getMessage(), e);
        }
    }

    private JsonNode parse() {
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new InputRefusedException(
                    "%s: not JSON at line %d (%s)"
                            .formatted(
                                    file,
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getLineNr(),
                                    e.getOriginalMessage().replaceAll("\\R", " ")),
                    e);
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
        }
    }

    private CohortPatient patient(JsonNode node) {
        String id = text(node, "id", "a patient");
        String who = "patient '" + id + "'";
        try {
            Map<Sequence, CohortImage> images = new EnumMap<>(Sequence.class);
            for (Map.Entry<String, JsonNode> image : node.path("images").properties()) {
                images.put(Sequence.ofKey(image.getKey()), image(image.getValue(), who + ", " + image.getKey()));
            }
            Map<String, String> attributes = new TreeMap<>();
            for (Map.Entry<String, JsonNode> attribute : node.path("attributes").properties()) {
                attributes.put(attribute.getKey(), attribute.getValue().asText());
            }
            return new CohortPatient(id, Split.ofKey(text(node, "split", who)), images, attributes);
        } catch (IllegalArgumentException e) {
            throw new InputRefusedException("%s: %s: %s".formatted(file, who, e.getMessage()), e);
        }
    }

    private CohortImage image(JsonNode node, String where) {
        return new CohortImage(
                path(text(node, "image", where), where),
                path(text(node, "gtv", where), where),
                node.hasNonNull("labels") ? TargetLabels.ofKey(text(node, "labels", where)) : TargetLabels.every(),
                optionalPath(node, "expert", where),
                optionalPath(node, "anatomy", where));
    }

    private Optional<Path> optionalPath(JsonNode node, String field, String where) {
        return node.hasNonNull(field) ? Optional.of(path(text(node, field, where), where)) : Optional.empty();
    }

    private Path path(String relative, String where) {
        Path path;
        try {
            path = folder.resolve(relative).normalize();
        } catch (InvalidPathException e) {
            throw new InputRefusedException("%s: %s: '%s' is not a path".formatted(file, where, relative), e);
        }
        if (!path.startsWith(folder) || Path.of(relative).isAbsolute()) {
            throw refused(
                    "%s: '%s' leads out of the cohort's folder, expected a path inside it".formatted(where, relative));
        }
        if (!Files.isRegularFile(path)) {
            throw refused("%s: '%s' does not exist; the cohort is incomplete".formatted(where, relative));
        }
        return path;
    }

    private String text(JsonNode node, String field, String where) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw refused("%s has no \"%s\", expected a text".formatted(where, field));
        }
        return value.asText();
    }

    private boolean flag(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isBoolean()) {
            throw refused("the cohort has no \"%s\", expected true or false".formatted(field));
        }
        return value.asBoolean();
    }

    private InputRefusedException refused(String reason) {
        return new InputRefusedException(file + ": " + reason);
    }

    static void write(Path folder, Cohort cohort) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        ObjectNode json = JSON.createObjectNode();
        json.put("format", FORMAT);
        json.put("name", cohort.name());
        json.put("synthetic", cohort.synthetic());
        json.put("description", cohort.description());
        var patients = json.putArray("patients");
        for (CohortPatient patient : cohort.patients()) {
            patients.add(toJson(root, patient));
        }
        WholeFile.writeText(root.resolve(Cohort.FILE_NAME), JSON.writeValueAsString(json) + "\n");
    }

    static ObjectNode toJson(Path root, CohortPatient patient) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", patient.id());
        json.put("split", patient.split().key());
        ObjectNode images = json.putObject("images");
        patient.images().forEach((sequence, image) -> {
            ObjectNode files = images.putObject(sequence.key());
            files.put("image", relative(root, image.image()));
            files.put("gtv", relative(root, image.gtv()));
            if (!image.labels().isEvery()) {
                files.put("labels", image.labels().key());
            }
            image.expert().ifPresent(expert -> files.put("expert", relative(root, expert)));
            image.anatomy().ifPresent(anatomy -> files.put("anatomy", relative(root, anatomy)));
        });
        ObjectNode attributes = json.putObject("attributes");
        patient.attributes().forEach(attributes::put);
        return json;
    }

    private static String relative(Path root, Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!absolute.startsWith(root)) {
            throw new IllegalArgumentException(path + " lies outside the cohort's folder " + root);
        }
        return root.relativize(absolute).toString().replace('\\', '/');
    }
}
