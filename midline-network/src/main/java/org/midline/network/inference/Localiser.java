package org.midline.network.inference;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.midline.core.Mask;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.Components;
import org.midline.core.morphology.Connectivity;
import org.midline.network.image.Centroid;
import org.midline.network.image.FineImage;
import org.midline.network.inference.Localisation.Located;
import org.midline.network.inference.Localisation.NotLocated;
import org.midline.network.model.ModelCard;
import org.midline.network.model.ModelKind;

/** Finds brainstem and thalami on a coarse view of the head, from any of the sequences. */
public final class Localiser implements AutoCloseable {
    private static final float THRESHOLD = 0.5f;

    /** Brainstems of children and adults have 10 to 40 ml; half of the least, and far beyond the most with a tumour. */
    private static final double LEAST_BRAINSTEM_ML = 5;

    private static final double MOST_BRAINSTEM_ML = 150;

    private final LoadedNetwork network;

    private Localiser(LoadedNetwork network) {
        this.network = network;
    }

    /**
     * @param warning told if this processor needs the slower path
     * @throws org.midline.core.InputRefusedException if the folder holds no localiser
     */
    public static Localiser load(Path modelFolder, Consumer<String> warning) {
        return new Localiser(LoadedNetwork.load(modelFolder, ModelKind.LOCALISER, warning));
    }

    public ModelCard card() {
        return network.card();
    }

    /** @param image a head on any grid, the middle of its field of view somewhere in the head */
    public Localisation locate(Volume image) {
        VoxelGrid grid = network.card().workingGrid().around(image.grid().centreLps());
        Volume seen = FineImage.everySecond(FineImage.of(image, grid), grid);
        float[] said = network.probabilities(seen.values());
        Mask brainstem = structure(grid, said, 0);
        Mask thalami = structure(grid, said, 1);
        Mask tumour = structure(grid, said, 2);
        double brainstemMl = brainstem.volumeMl();
        if (brainstemMl < LEAST_BRAINSTEM_ML || brainstemMl > MOST_BRAINSTEM_ML) {
            return new NotLocated(
                    "No brainstem recognised (%.1f ml found, %.0f to %.0f expected): is the head wholly in the image?"
                            .formatted(brainstemMl, LEAST_BRAINSTEM_ML, MOST_BRAINSTEM_ML));
        }
        return new Located(
                Centroid.lps(grid, brainstem, thalami, tumour), brainstemMl, thalami.volumeMl(), tumour.volumeMl());
    }

    private static Mask structure(VoxelGrid grid, float[] probabilities, int output) {
        var inside = new boolean[grid.voxelCount()];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = probabilities[output * inside.length + n] > THRESHOLD;
        }
        var mask = new Mask(grid, inside);
        return mask.isEmpty() ? mask : Components.of(mask, Connectivity.CORNERS).largest();
    }

    @Override
    public void close() {
        network.close();
    }
}
