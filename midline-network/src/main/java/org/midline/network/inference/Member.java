package org.midline.network.inference;

import java.util.Set;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.midline.network.engine.ConvolutionShape;
import org.midline.network.generator.Generator;
import org.midline.network.generator.GeneratorConfiguration;
import org.midline.network.layer.Parameters;
import org.midline.network.model.TensorFile;
import org.midline.network.model.Weights;

/** One of the networks of a model. */
final class Member implements AutoCloseable {
    private final Parameters parameters = new Parameters(0);
    private final Generator generator;

    /** @param source named in the message if the weights are of another network */
    Member(GeneratorConfiguration configuration, TensorFile weights, String source) {
        try {
            generator = new Generator(configuration, parameters);
            Weights.fill(parameters, weights, source);
        } catch (RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    Set<ConvolutionShape> convolutions() {
        return parameters.convolutions();
    }

    /**
     * The probability of each structure, the mean of what the network says of the image and of its mirror image.
     *
     * @param both the image and its mirror image, as two samples
     */
    Tensor probability(Tensor both) {
        Tensor said = generator.logits(both).sigmoid();
        Tensor unmirrored = torch.flip(said.narrow(0, 1, 1), 4);
        return said.narrow(0, 0, 1).add(unmirrored).mul(new Scalar(0.5));
    }

    @Override
    public void close() {
        parameters.close();
    }
}
