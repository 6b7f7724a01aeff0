package org.midline.delineation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.midline.core.Sequence;

/** The localiser and a model for each sequence; a model is loaded when it is first needed. */
public final class DelineationModels implements AutoCloseable {
    private final Supplier<RegionFinder> localiserLoader;
    private final Map<Sequence, Supplier<DelineationModel>> loaders;
    private final Map<Sequence, DelineationModel> loaded = new EnumMap<>(Sequence.class);
    private Optional<RegionFinder> localiser = Optional.empty();

    public DelineationModels(
            Supplier<RegionFinder> localiserLoader, Map<Sequence, Supplier<DelineationModel>> loaders) {
        this.localiserLoader = localiserLoader;
        this.loaders = new EnumMap<>(loaders);
    }

    public Set<Sequence> sequences() {
        return Set.copyOf(loaders.keySet());
    }

    boolean has(Sequence sequence) {
        return loaders.containsKey(sequence);
    }

    RegionFinder localiser() {
        if (localiser.isEmpty()) {
            localiser = Optional.of(localiserLoader.get());
        }
        return localiser.get();
    }

    DelineationModel model(Sequence sequence) {
        return loaded.computeIfAbsent(sequence, s -> loaders.get(s).get());
    }

    /** Of the model that was used for a sequence, empty if none was. */
    Optional<ModelIdentity> identity(Sequence sequence) {
        return Optional.ofNullable(loaded.get(sequence)).map(DelineationModel::identity);
    }

    Optional<ModelIdentity> localiserIdentity() {
        return localiser.map(RegionFinder::identity);
    }

    @Override
    public void close() {
        localiser.ifPresent(RegionFinder::close);
        loaded.values().forEach(DelineationModel::close);
    }
}
