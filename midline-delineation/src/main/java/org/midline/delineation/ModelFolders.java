package org.midline.delineation;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.network.inference.Localisation;
import org.midline.network.inference.Localiser;
import org.midline.network.inference.Segmenter;
import org.midline.network.model.ModelCard;
import org.midline.network.model.ModelFolder;
import org.midline.network.model.ModelKind;

/** Models on disk, brought together for the pipeline: a localiser and at most one model for each sequence. */
public final class ModelFolders {
    private final ModelFolder localiser;
    private final Map<Sequence, ModelFolder> segmenters;

    private ModelFolders(ModelFolder localiser, Map<Sequence, ModelFolder> segmenters) {
        this.localiser = localiser;
        this.segmenters = segmenters;
    }

    /**
     * Reads the cards of the models; their weights are read when they are first needed.
     *
     * @param folder of one model, or of several models in folders of their own
     * @param shipped where the localiser is taken from if {@code folder} holds none
     * @throws InputRefusedException if there is no model for any sequence, no localiser, or two models for the same
     */
    public static ModelFolders read(Path folder, Path shipped) {
        Map<Sequence, ModelFolder> segmenters = new EnumMap<>(Sequence.class);
        List<ModelFolder> models = ModelFolder.list(folder);
        for (ModelFolder model : models) {
            model.card()
                    .sequence()
                    .filter(s -> model.card().kind() == ModelKind.SEGMENTER)
                    .ifPresent(sequence -> {
                        ModelFolder other = segmenters.putIfAbsent(sequence, model);
                        if (other != null) {
                            throw new InputRefusedException(
                                    "%s: two models for %s (%s and %s); give the folder of one of them"
                                            .formatted(
                                                    folder,
                                                    sequence.title(),
                                                    other.folder().getFileName(),
                                                    model.folder().getFileName()));
                        }
                    });
        }
        if (segmenters.isEmpty()) {
            throw new InputRefusedException(
                    "%s: no model for any sequence here; train one with 'midline train' or give its folder with --model"
                            .formatted(folder));
        }
        ModelFolder localiser = localiser(models)
                .or(() -> localiser(ModelFolder.list(shipped)))
                .orElseThrow(() ->
                        new InputRefusedException("No localiser, neither in %s nor in %s".formatted(folder, shipped)));
        return new ModelFolders(localiser, segmenters);
    }

    private static Optional<ModelFolder> localiser(List<ModelFolder> models) {
        return models.stream()
                .filter(model -> model.card().kind() == ModelKind.LOCALISER)
                .findFirst();
    }

    public Map<Sequence, ModelFolder> segmenters() {
        return Map.copyOf(segmenters);
    }

    /** The localiser and the segmenters. */
    public List<ModelFolder> all() {
        return Stream.concat(Stream.of(localiser), segmenters.values().stream()).toList();
    }

    /** The program, and hashes and thresholds of all of them, sorted: what decides a result beside the images. */
    public String fingerprint() {
        return all().stream()
                .map(folder ->
                        folder.card().sha256() + " above " + folder.card().threshold())
                .sorted()
                .collect(Collectors.joining(", ", CodeVersion.current() + ": ", ""));
    }

    /** @param warning told if this processor needs a slower path */
    public DelineationModels open(Consumer<String> warning) {
        Map<Sequence, Supplier<DelineationModel>> loaders = new EnumMap<>(Sequence.class);
        segmenters.forEach((sequence, model) ->
                loaders.put(sequence, () -> new LoadedSegmenter(Segmenter.load(model.folder(), warning))));
        return new DelineationModels(() -> openLocaliser(warning), loaders);
    }

    /** @param warning told if this processor needs a slower path */
    public RegionFinder openLocaliser(Consumer<String> warning) {
        return new LoadedLocaliser(Localiser.load(localiser.folder(), warning));
    }

    private static ModelIdentity identity(ModelCard card) {
        return new ModelIdentity(card.name(), card.version(), card.sha256(), card.trainedOn());
    }

    private record LoadedLocaliser(Localiser network) implements RegionFinder {
        @Override
        public Localisation locate(Volume image) {
            return network.locate(image);
        }

        @Override
        public ModelIdentity identity() {
            return ModelFolders.identity(network.card());
        }

        @Override
        public void close() {
            network.close();
        }
    }

    private record LoadedSegmenter(Segmenter network) implements DelineationModel {
        @Override
        public Volume probability(Volume image, Vec3 centreLps) {
            return network.probability(image, centreLps);
        }

        @Override
        public double threshold() {
            return network.card().threshold();
        }

        @Override
        public ModelIdentity identity() {
            return ModelFolders.identity(network.card());
        }

        @Override
        public void close() {
            network.close();
        }
    }
}
