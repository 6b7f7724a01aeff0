package org.midline.network.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.midline.core.file.WholeFile;
import org.midline.network.engine.Engine;

/**
 * {@code run.json}: what was trained on what, by which code on which machine, from when to when. A run that is gone on
 * with adds a session.
 */
final class RunManifest {
    static final String FILE_NAME = "run.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** What has to be the same in all sessions for the same weights to come out, beside configuration and data. */
    private static final List<String> MACHINE = List.of("program", "library", "instructions", "processor", "threads");

    private final Path file;
    private final ObjectNode json;
    private final ObjectNode session;

    private RunManifest(Path file, ObjectNode json, ObjectNode session) {
        this.file = file;
        this.json = json;
        this.session = session;
    }

    /**
     * Begins a session and writes it down.
     *
     * @param program version and commit
     * @param fromStep that is gone on from; 0 for a new training, which forgets earlier sessions
     */
    static RunManifest begin(Path folder, String command, String program, TrainingIdentity identity, long fromStep)
            throws IOException {
        Path file = folder.resolve(FILE_NAME);
        ObjectNode json = fromStep == 0 ? JSON.createObjectNode() : earlier(file);
        json.put("command", command);
        json.setAll((ObjectNode) identity.json());
        ArrayNode sessions = json.withArray("sessions");
        ObjectNode session = sessions.addObject();
        session.put("startedAt", now());
        session.put("fromStep", fromStep);
        session.put("program", program);
        session.put("library", Engine.libraryVersion());
        session.put("instructions", Engine.cpuCapability());
        session.put("processor", Engine.processor());
        session.put("threads", Engine.threads());
        session.put("java", Runtime.version().toString());
        session.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        session.put("heapMb", Runtime.getRuntime().maxMemory() >> 20);
        var manifest = new RunManifest(file, json, session);
        manifest.write();
        return manifest;
    }

    /** A manifest that was lost or damaged does not stop a training. */
    private static ObjectNode earlier(Path file) throws IOException {
        try {
            return Files.exists(file) && JSON.readTree(file.toFile()) instanceof ObjectNode object
                    ? object
                    : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    /** Where this session differs from the one before, so that the weights may differ in their last digits. */
    Optional<String> difference() {
        JsonNode sessions = json.path("sessions");
        if (sessions.size() < 2) {
            return Optional.empty();
        }
        JsonNode before = sessions.get(sessions.size() - 2);
        return MACHINE.stream()
                .filter(name -> !before.path(name).equals(session.path(name)))
                .map(name -> "%s was %s, now %s"
                        .formatted(
                                name,
                                before.path(name).asText(),
                                session.path(name).asText()))
                .findFirst();
    }

    /**
     * Ends the session.
     *
     * @param end in a word or two
     */
    void end(String end, TrainingState state) throws IOException {
        session.put("endedAt", now());
        session.put("toStep", state.step());
        session.put("end", end);
        state.standing().best().ifPresent(best -> {
            json.put("bestStep", best.step());
            json.set("bestValidationDsc", JSON.valueToTree(best.dice()));
        });
        write();
    }

    private void write() throws IOException {
        WholeFile.writeText(file, JSON.writeValueAsString(json) + "\n");
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
