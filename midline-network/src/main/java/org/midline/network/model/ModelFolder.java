package org.midline.network.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.midline.core.InputRefusedException;
import org.midline.core.file.WholeFile;

/**
 * A folder with a model: {@code weights.safetensors} and {@code card.json}.
 *
 * @param folder where it lies
 */
public record ModelFolder(Path folder, ModelCard card) {
    public static final String WEIGHTS = "weights.safetensors";
    public static final String CARD = "card.json";

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /**
     * Reads the card; the weights are not opened.
     *
     * @throws InputRefusedException if there is no model or its card cannot be read
     */
    public static ModelFolder read(Path folder) {
        Path card = folder.resolve(CARD);
        if (!Files.isRegularFile(card) || !Files.isRegularFile(folder.resolve(WEIGHTS))) {
            throw new InputRefusedException("%s: no model here; expected %s and %s".formatted(folder, WEIGHTS, CARD));
        }
        try {
            return new ModelFolder(folder, JSON.readValue(card.toFile(), ModelCard.class));
        } catch (JsonProcessingException e) {
            throw new InputRefusedException("%s: not a model card (%s)".formatted(card, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be read (%s)".formatted(card, e.getMessage()), e);
        }
    }

    /** The models in the folders of a folder, sorted by name; the folder itself if it is one. */
    public static List<ModelFolder> list(Path parent) {
        if (Files.isRegularFile(parent.resolve(CARD))) {
            return List.of(read(parent));
        }
        if (!Files.isDirectory(parent)) {
            throw new InputRefusedException("%s: no such folder; expected one with models in it".formatted(parent));
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(CARD)))
                    .sorted()
                    .map(ModelFolder::read)
                    .toList();
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be listed (%s)".formatted(parent, e.getMessage()), e);
        }
    }

    /** Writes weights and card; the card's hash is that of the weights written. */
    public static ModelFolder write(Path folder, TensorFile weights, ModelCard card) throws IOException {
        Files.createDirectories(folder);
        weights.write(folder.resolve(WEIGHTS));
        var unhashed = new ModelFolder(folder, card);
        String sha256 = sha256(folder.resolve(WEIGHTS));
        return new ModelFolder(folder, unhashed.changed(card.threshold(), card.measures(), sha256)).writeCard();
    }

    /**
     * The same weights above another threshold, with what that was chosen by among the card's measures; the card on disk
     * is replaced.
     *
     * @param threshold above 0 and below 1
     */
    public ModelFolder withThreshold(double threshold, String measure, double value) throws IOException {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("Threshold " + threshold + ": expected above 0 and below 1");
        }
        Map<String, Double> measures = new TreeMap<>(card.measures());
        measures.put(measure, value);
        return new ModelFolder(folder, changed(threshold, measures, card.sha256())).writeCard();
    }

    private ModelCard changed(double threshold, Map<String, Double> measures, String sha256) {
        return new ModelCard(
                card.name(),
                card.version(),
                card.kind(),
                card.sequence(),
                card.generator(),
                card.workingGrid(),
                threshold,
                card.trainedOn(),
                card.synthetic(),
                card.command(),
                card.trainingSteps(),
                card.weightsOfStep(),
                card.parameters(),
                measures,
                card.limits(),
                card.licence(),
                sha256);
    }

    private ModelFolder writeCard() throws IOException {
        byte[] text = JSON.writeValueAsBytes(card);
        WholeFile.write(folder.resolve(CARD), stream -> stream.write(text));
        return this;
    }

    /**
     * The weights, checked against the card's hash.
     *
     * @throws InputRefusedException if they are not those of the card
     */
    public TensorFile verifiedWeights() {
        Path weights = folder.resolve(WEIGHTS);
        String found = sha256(weights);
        if (!found.equals(card.sha256())) {
            throw new InputRefusedException(
                    "%s: SHA-256 is %s, the card says %s; the file was changed or damaged: fetch the model again"
                            .formatted(weights, found, card.sha256()));
        }
        return TensorFile.read(weights);
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new InputRefusedException("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
