package org.midline.network.generator;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.midline.network.engine.Tensors;
import org.midline.network.layer.Convolution;
import org.midline.network.layer.Layer;
import org.midline.network.layer.Parameters;
import org.midline.network.layer.Unit;
import org.midline.network.layer.Upsampling;

/**
 * From an image to the log-odds of each structure, voxel by voxel: an encoder of strided convolutions and multi-scale
 * blocks, a pyramid at the bottleneck, a decoder that adds attended skips to what comes from below.
 *
 * <p>Images are (N, 1, K, J, I), each size a multiple of {@link GeneratorConfiguration#sizeMultiple()}; log-odds are (N,
 * outputs, K, J, I).
 */
public final class Generator {
    /** Log-odds before anything is learnt: structures are rare. */
    private static final double OUTPUT_BIAS = -2;

    private final GeneratorConfiguration configuration;
    private final Layer stem;
    private final List<Layer> down = new ArrayList<>();
    private final List<Layer> encoders = new ArrayList<>();
    private final List<Layer> up = new ArrayList<>();
    private final List<Skip> skips = new ArrayList<>();
    private final List<Layer> decoders = new ArrayList<>();
    private final List<Layer> heads = new ArrayList<>();

    public Generator(GeneratorConfiguration configuration, Parameters parameters) {
        this.configuration = configuration;
        List<Integer> widths = configuration.widths();
        int last = configuration.levels() - 1;
        stem = new Unit(parameters.root().child("stem"), 2, widths.get(0), 3, 1, 1);
        for (int level = 0; level <= last; level++) {
            var scope = parameters.root().child("encoder").child(Integer.toString(level));
            if (level > 0) {
                down.add(new Unit(scope.child("down"), widths.get(level - 1), widths.get(level), 3, 2, 1));
            }
            encoders.add(Stage.encoder(configuration, scope, level));
        }
        for (int level = 0; level < last; level++) {
            var scope = parameters.root().child("decoder").child(Integer.toString(level));
            int width = widths.get(level);
            up.add(new Upsampling(scope.child("up"), widths.get(level + 1), width));
            skips.add(Skip.of(configuration, scope.child("skip"), width));
            decoders.add(new Unit(scope.child("merge"), width, width, 3, 1, 1));
            if (level == 0 || configuration.deepSupervision()) {
                int padded = configuration.outputs() + configuration.outputs() % 2;
                heads.add(Convolution.withBias(scope.child("head"), width, padded, 1, 0.1, OUTPUT_BIAS));
            }
        }
    }

    public GeneratorConfiguration configuration() {
        return configuration;
    }

    /** The log-odds at full size. */
    public Tensor logits(Tensor image) {
        return decode(image, 1).get(0);
    }

    /**
     * The log-odds at full size, and with deep supervision those at half the size, a quarter and so on, for as many
     * levels as the decoder has.
     */
    public List<Tensor> supervisedLogits(Tensor image) {
        return decode(image, heads.size());
    }

    private List<Tensor> decode(Tensor image, int outputLevels) {
        requireSize(image);
        List<Tensor> encoded = new ArrayList<>();
        Tensor current = stem.apply(Tensors.channelsLast(Tensors.withEvenChannels(image)));
        for (int level = 0; level < configuration.levels(); level++) {
            if (level > 0) {
                current = down.get(level - 1).apply(current);
            }
            current = encoders.get(level).apply(current);
            encoded.add(current);
        }
        List<Tensor> outputs = new ArrayList<>();
        for (int level = configuration.levels() - 2; level >= 0; level--) {
            Tensor fromBelow = up.get(level).apply(current);
            current = decoders.get(level).apply(skips.get(level).merge(encoded.get(level), fromBelow));
            if (level < outputLevels) {
                outputs.add(0, heads.get(level).apply(current).narrow(1, 0, configuration.outputs()));
            }
        }
        return outputs;
    }

    private void requireSize(Tensor image) {
        int multiple = configuration.sizeMultiple();
        for (int dimension = 2; dimension < 5; dimension++) {
            if (image.size(dimension) % multiple != 0) {
                throw new IllegalArgumentException("Image of %d x %d x %d voxels: sizes must be multiples of %d"
                        .formatted(image.size(4), image.size(3), image.size(2), multiple));
            }
        }
    }
}
