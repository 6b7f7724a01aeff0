package org.midline.network.generator;

import org.midline.network.layer.Layer;
import org.midline.network.layer.MultiScaleBlock;
import org.midline.network.layer.Parameters;
import org.midline.network.layer.PlainBlock;
import org.midline.network.layer.Pyramid;
import org.midline.network.layer.SpatialChannelAttention;

/** What happens at one level of the encoder: its blocks, then the pyramid if it is the last, then attention. */
final class Stage {
    private Stage() {}

    static Layer encoder(GeneratorConfiguration configuration, Parameters.Scope scope, int level) {
        int width = configuration.widths().get(level);
        Layer stage = image -> image;
        for (int n = 0; n < configuration.blocks().get(level); n++) {
            var blockScope = scope.child("block" + n);
            stage = stage.then(
                    configuration.multiScale()
                            ? new MultiScaleBlock(blockScope, width)
                            : new PlainBlock(blockScope, width));
        }
        boolean bottleneck = level == configuration.levels() - 1;
        if (bottleneck && configuration.pyramid()) {
            stage = stage.then(new Pyramid(scope.child("pyramid"), width));
        }
        if (configuration.attention()) {
            stage = stage.then(new SpatialChannelAttention(scope.child("attention"), width));
        }
        return stage;
    }
}
