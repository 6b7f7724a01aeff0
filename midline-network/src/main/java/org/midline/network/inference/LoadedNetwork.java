package org.midline.network.inference;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.midline.core.InputRefusedException;
import org.midline.network.engine.Engine;
import org.midline.network.engine.Tensors;
import org.midline.network.generator.Generator;
import org.midline.network.image.IntensityNormalisation;
import org.midline.network.image.WorkingGrid;
import org.midline.network.layer.Parameters;
import org.midline.network.model.ModelCard;
import org.midline.network.model.ModelFolder;
import org.midline.network.model.ModelKind;
import org.midline.network.model.TensorFile;
import org.midline.network.model.Weights;

/** A generator with the weights of a model, its convolutions tried on this processor. */
final class LoadedNetwork implements AutoCloseable {
    private final ModelCard card;
    private final Parameters parameters;
    private final Generator generator;

    private LoadedNetwork(ModelCard card, Parameters parameters, Generator generator) {
        this.card = card;
        this.parameters = parameters;
        this.generator = generator;
    }

    /**
     * @throws InputRefusedException if the folder holds no model of that kind, or weights that are not the card's
     */
    static LoadedNetwork load(Path folder, ModelKind kind, Consumer<String> warning) {
        ModelFolder model = ModelFolder.read(folder);
        if (model.card().kind() != kind) {
            throw new InputRefusedException("%s: the model is a %s, expected a %s"
                    .formatted(folder, model.card().kind(), kind));
        }
        TensorFile weights = model.verifiedWeights();
        Engine.prepare();
        var parameters = new Parameters(0);
        try {
            var generator = new Generator(model.card().generator(), parameters);
            Weights.fill(parameters, weights, folder.toString());
            Engine.trustOrFallBack(parameters.convolutions(), warning);
            return new LoadedNetwork(model.card(), parameters, generator);
        } catch (RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    ModelCard card() {
        return card;
    }

    /**
     * The probability of each structure, the mean of what the network says of the image and of its mirror image.
     *
     * @param image raw intensities on the working grid
     * @return structure after structure, i fastest
     */
    float[] probabilities(float[] image) {
        WorkingGrid grid = card.workingGrid();
        float[] normalised = image.clone();
        IntensityNormalisation.apply(normalised);
        try (var scope = new PointerScope();
                var guard = new NoGradGuard()) {
            Tensor one = Tensors.of(normalised, 1, 1, grid.sizeK(), grid.sizeJ(), grid.sizeI());
            Tensor both = Tensors.concatenate(0, one, torch.flip(one, 4));
            Tensor said = generator.logits(both).sigmoid();
            Tensor unmirrored = torch.flip(said.narrow(0, 1, 1), 4);
            return Tensors.toFloats(said.narrow(0, 0, 1).add(unmirrored).mul(new org.bytedeco.pytorch.Scalar(0.5)));
        }
    }

    @Override
    public void close() {
        parameters.close();
    }
}
