package org.midline.network.loss;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What a prediction is measured against; tensors (N, outputs, K, J, I).
 *
 * @param truth in [0, 1], between the ends where a border passes through a voxel
 * @param borderDistanceMm from the border of the truth, above 0 outside; only where a loss asks for it
 */
public record Target(Tensor truth, Optional<Tensor> borderDistanceMm) {

    public static Target of(Tensor truth) {
        return new Target(truth, Optional.empty());
    }

    /** At half the size: means over cubes of two voxels. */
    public Target coarser() {
        return new Target(halved(truth), borderDistanceMm.map(Target::halved));
    }

    private static Tensor halved(Tensor image) {
        return torch.avg_pool3d(image, 2, 2, 2);
    }
}
