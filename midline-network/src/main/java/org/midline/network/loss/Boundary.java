package org.midline.network.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * The boundary loss, {@code mean s(z) clip(d / reach, -1, 1)}, with d the signed distance from the border of the truth
 * in mm, above 0 outside (Kervadec et al. 2019, arXiv:1812.07032): probability far outside costs, probability deep
 * inside pays. Clipped, unlike there, so that one far-off voxel does not outweigh the border.
 *
 * <p>Least, and below 0, for a prediction that is the truth; 0 for a prediction of nothing.
 *
 * @param reachMm beyond which distance no longer counts
 */
public record Boundary(double reachMm) implements SegmentationLoss {
    public Boundary {
        if (!(reachMm > 0)) {
            throw new IllegalArgumentException("Reach of the boundary loss %s mm: expected above 0".formatted(reachMm));
        }
    }

    @Override
    public Tensor of(Tensor logits, Target target) {
        Tensor distance = target.borderDistanceMm()
                .orElseThrow(() -> new IllegalStateException("The boundary loss needs distances from the border"));
        Tensor clipped = distance.div(new Scalar(reachMm))
                .clamp(new ScalarOptional(new Scalar(-1.0)), new ScalarOptional(new Scalar(1.0)));
        return logits.sigmoid().mul(clipped).mean();
    }
}
