package org.midline.network.inference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.midline.core.InputRefusedException;
import org.midline.network.engine.Engine;
import org.midline.network.engine.Tensors;
import org.midline.network.image.IntensityNormalisation;
import org.midline.network.image.WorkingGrid;
import org.midline.network.model.Ensemble;
import org.midline.network.model.ModelCard;
import org.midline.network.model.ModelFolder;
import org.midline.network.model.ModelKind;
import org.midline.network.model.TensorFile;

/** A model's network, or its several networks whose mean is what it says, the convolutions tried on this processor. */
final class LoadedNetwork implements AutoCloseable {
    private final ModelCard card;
    private final List<Member> members;

    private LoadedNetwork(ModelCard card, List<Member> members) {
        this.card = card;
        this.members = members;
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
        var network = new LoadedNetwork(model.card(), new ArrayList<>());
        try {
            for (TensorFile one : Ensemble.members(weights)) {
                network.members.add(new Member(model.card().generator(), one, folder.toString()));
            }
            Engine.trustOrFallBack(network.members.get(0).convolutions(), warning);
            return network;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    ModelCard card() {
        return card;
    }

    /**
     * The probability of each structure, the mean of what the networks say of the image and of its mirror image.
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
            Tensor sum = members.get(0).probability(both);
            for (Member member : members.subList(1, members.size())) {
                sum = sum.add(member.probability(both));
            }
            return Tensors.toFloats(sum.mul(new Scalar(1.0 / members.size())));
        }
    }

    @Override
    public void close() {
        members.forEach(Member::close);
    }
}
