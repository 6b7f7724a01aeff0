package org.midline.network.inference;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.network.image.FineImage;
import org.midline.network.model.ModelCard;
import org.midline.network.model.ModelKind;

/** The tumour's probability on the region round a centre, from one MR sequence. Not for use by two threads at once. */
public final class Segmenter implements AutoCloseable {
    private final LoadedNetwork network;

    private Segmenter(LoadedNetwork network) {
        this.network = network;
    }

    /**
     * @param warning told if this processor needs the slower path
     * @throws org.midline.core.InputRefusedException if the folder holds no segmenter
     */
    public static Segmenter load(Path modelFolder, Consumer<String> warning) {
        return new Segmenter(LoadedNetwork.load(modelFolder, ModelKind.SEGMENTER, warning));
    }

    public ModelCard card() {
        return network.card();
    }

    /**
     * @param image of the card's sequence, on any grid
     * @return the probability in [0, 1] on the card's working grid round the centre
     */
    public Volume probability(Volume image, Vec3 centreLps) {
        VoxelGrid grid = network.card().workingGrid().around(centreLps);
        Volume seen = FineImage.everySecond(FineImage.of(image, grid), grid);
        return new Volume(grid, network.probabilities(seen.values()));
    }

    @Override
    public void close() {
        network.close();
    }
}
