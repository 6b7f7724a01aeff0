package org.midline.network.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Sequence;
import org.midline.network.engine.Tensors;
import org.midline.network.generator.Generator;
import org.midline.network.generator.GeneratorConfiguration;
import org.midline.network.image.WorkingGrid;
import org.midline.network.layer.Parameters;
import org.midline.network.model.Ensemble;
import org.midline.network.model.FloatArray;
import org.midline.network.model.ModelCard;
import org.midline.network.model.ModelFolder;
import org.midline.network.model.ModelKind;
import org.midline.network.model.TensorFile;

class EnsembleTest {
    private static final WorkingGrid GRID = new WorkingGrid(4, 8, 8, 8);
    private static final GeneratorConfiguration SHAPE =
            new GeneratorConfiguration(List.of(4, 8), List.of(1, 1), 1, false, false, false, false);

    @TempDir
    Path folder;

    @Test
    void saysTheMeanOfWhatItsMembersSay() throws IOException {
        var image = new float[GRID.voxelCount()];
        for (int n = 0; n < image.length; n++) {
            image[n] = n * 37 % 101;
        }
        float[] first = probabilities("first", weights(1), image);
        float[] second = probabilities("second", weights(2), image);
        float[] third = probabilities("third", weights(3), image);
        float[] together = probabilities("together", Ensemble.join(List.of(weights(1), weights(2), weights(3))), image);
        assertThat(second).isNotEqualTo(first);
        for (int n = 0; n < image.length; n++) {
            assertThat(together[n]).isCloseTo((first[n] + second[n] + third[n]) / 3, within(1e-6f));
        }
    }

    @Test
    void membersComeBackInOrder() {
        List<TensorFile> members = List.of(weights(1), weights(2), weights(3));
        List<TensorFile> back = Ensemble.members(Ensemble.join(members));
        assertThat(back).hasSize(3);
        for (int n = 0; n < 3; n++) {
            assertThat(back.get(n).tensors().keySet())
                    .isEqualTo(members.get(n).tensors().keySet());
        }
        String name = members.get(0).tensors().keySet().iterator().next();
        assertThat(back.get(2).tensors().get(name).values())
                .isEqualTo(members.get(2).tensors().get(name).values());
        assertThat(Ensemble.members(weights(1))).hasSize(1);
    }

    private float[] probabilities(String name, TensorFile weights, float[] image) throws IOException {
        ModelFolder.write(folder.resolve(name), weights, card());
        try (var network = LoadedNetwork.load(folder.resolve(name), ModelKind.SEGMENTER, warning -> {})) {
            return network.probabilities(image);
        }
    }

    private static TensorFile weights(long seed) {
        try (var parameters = new Parameters(seed)) {
            new Generator(SHAPE, parameters);
            var tensors = new LinkedHashMap<String, FloatArray>();
            parameters
                    .byName()
                    .forEach((name, tensor) -> tensors.put(
                            name,
                            new FloatArray(
                                    Tensors.toFloats(tensor),
                                    tensor.sizes().vec().get())));
            return new TensorFile(tensors, Map.of());
        }
    }

    private static ModelCard card() {
        return new ModelCard(
                "t2",
                "test",
                ModelKind.SEGMENTER,
                Optional.of(Sequence.T2),
                SHAPE,
                GRID,
                0.5,
                "nothing",
                true,
                "",
                0,
                Optional.empty(),
                0,
                Map.of(),
                List.of(),
                "",
                "");
    }
}
