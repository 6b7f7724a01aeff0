package org.midline.network.generator;

import java.util.LinkedHashSet;
import java.util.Set;
import org.midline.network.engine.ConvolutionShape;
import org.midline.network.layer.Parameters;

/** The convolutions that a generator is made of, for trying them on a processor. */
public final class ConvolutionsInUse {
    private ConvolutionsInUse() {}

    /** In the order of the network, each once. */
    public static Set<ConvolutionShape> of(GeneratorConfiguration configuration) {
        try (var parameters = new Parameters(0)) {
            new Generator(configuration, parameters);
            return new LinkedHashSet<>(parameters.convolutions());
        }
    }
}
