package org.midline.network.training;

import org.midline.network.loss.Boundary;
import org.midline.network.loss.CrossEntropy;
import org.midline.network.loss.DeepSupervision;
import org.midline.network.loss.Focal;
import org.midline.network.loss.SegmentationLoss;
import org.midline.network.loss.SoftDice;

/**
 * The overlap loss of a generator: {@code Dice + entropyWeight CE + boundaryWeight boundary} at every output size.
 *
 * @param diceSmoothing in voxels
 * @param focalGamma of the cross-entropy: 0 for the plain one, or at least 1
 * @param boundaryWeight 0 to do without
 * @param boundaryReachMm see {@link Boundary}
 */
public record LossConfiguration(
        double diceSmoothing, double entropyWeight, double focalGamma, double boundaryWeight, double boundaryReachMm) {

    public static LossConfiguration usual() {
        return new LossConfiguration(1, 1, 0, 0.5, 10);
    }

    boolean needsDistances() {
        return boundaryWeight > 0;
    }

    DeepSupervision loss() {
        SegmentationLoss loss = new SoftDice(diceSmoothing)
                .plus(entropyWeight, focalGamma == 0 ? new CrossEntropy() : new Focal(focalGamma));
        return new DeepSupervision(needsDistances() ? loss.plus(boundaryWeight, new Boundary(boundaryReachMm)) : loss);
    }
}
