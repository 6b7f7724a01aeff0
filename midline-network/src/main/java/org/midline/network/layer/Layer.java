package org.midline.network.layer;

import org.bytedeco.pytorch.Tensor;

/** A function of an image tensor (N, C, K, J, I) in {@code channels_last_3d}, with parameters inside. */
@FunctionalInterface
public interface Layer {
    Tensor apply(Tensor image);

    /** This layer, then the other. */
    default Layer then(Layer next) {
        return image -> next.apply(apply(image));
    }
}
