package org.midline.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.DistanceTransform;

/**
 * Distances between the boundary voxels of two masks, as MedPy and MONAI define them: a voxel is on the boundary if one
 * of its six neighbours is outside, or the border of the image is next to it; each counts the same, whatever area it
 * has, and distances run between voxel centres, in mm. For comparison with tables of those programs; for all else see
 * {@link SurfaceDistance}, which does not depend on how finely a surface is sampled.
 *
 * <p>All distances are undefined if a mask is empty.
 */
public final class VoxelSurfaceDistance {
    /** Relative: a distance equal to the tolerance is within it, however the last digit was rounded. */
    private static final double ROUNDING = 1e-9;

    private final MaskPair pair;
    private final Optional<Directed> directed;

    /** Distances in mm of the boundary voxels of one mask to those of the other, rising. */
    private static final class Directed {
        private final double[] truthToProposalMm;
        private final double[] proposalToTruthMm;

        Directed(double[] truthToProposalMm, double[] proposalToTruthMm) {
            this.truthToProposalMm = truthToProposalMm;
            this.proposalToTruthMm = proposalToTruthMm;
        }

        double[] pooled() {
            double[] all = Arrays.copyOf(truthToProposalMm, truthToProposalMm.length + proposalToTruthMm.length);
            System.arraycopy(proposalToTruthMm, 0, all, truthToProposalMm.length, proposalToTruthMm.length);
            Arrays.sort(all);
            return all;
        }
    }

    private VoxelSurfaceDistance(MaskPair pair, Optional<Directed> directed) {
        this.pair = pair;
        this.directed = directed;
    }

    /** @throws InputRefusedException if the masks lie on different grids */
    public static VoxelSurfaceDistance between(Mask truth, Mask proposal) {
        var pair = MaskPair.of(truth, proposal);
        if (pair.emptiness().isPresent()) {
            return new VoxelSurfaceDistance(pair, Optional.empty());
        }
        VoxelBox box = pair.box().orElseThrow();
        Mask ofTruth = boundary(truth, box);
        Mask ofProposal = boundary(proposal, box);
        return new VoxelSurfaceDistance(
                pair, Optional.of(new Directed(distancesMm(ofTruth, ofProposal), distancesMm(ofProposal, ofTruth))));
    }

    /** Hausdorff distance: the largest of either direction, in mm. */
    public Measure hdMm() {
        return distance(d -> Math.max(last(d.truthToProposalMm), last(d.proposalToTruthMm)));
    }

    /** HD95 of MONAI: the 95th percentile of each direction, interpolated; the larger of the two, in mm. */
    public Measure hd95LargerMm() {
        return distance(d -> Math.max(
                Distribution.quantile(d.truthToProposalMm, 0.95), Distribution.quantile(d.proposalToTruthMm, 0.95)));
    }

    /** HD95 of MedPy: the 95th percentile of both directions' distances together, interpolated, in mm. */
    public Measure hd95PooledMm() {
        return distance(d -> Distribution.quantile(d.pooled(), 0.95));
    }

    /** Average symmetric surface distance in mm: the mean over the boundary voxels of both masks together. */
    public Measure assdMm() {
        return distance(d -> mean(d.pooled()));
    }

    /** Mean average surface distance in mm: the mean of the two directions' means. */
    public Measure masdMm() {
        return distance(d -> (mean(d.truthToProposalMm) + mean(d.proposalToTruthMm)) / 2);
    }

    /**
     * The fraction of the boundary voxels of both masks that is within the tolerance of the other's; 0 if one mask is
     * empty and undefined if both are.
     *
     * @param toleranceMm not negative
     */
    public Measure nsd(double toleranceMm) {
        if (!(toleranceMm >= 0)) {
            throw new IllegalArgumentException("Tolerance " + toleranceMm + " mm: expected 0 or more");
        }
        if (pair.truthEmpty() != pair.proposalEmpty()) {
            return Measure.of(0);
        }
        double reachMm = toleranceMm * (1 + ROUNDING);
        return distance(d -> {
            double[] all = d.pooled();
            return (double) Arrays.stream(all).filter(mm -> mm <= reachMm).count() / all.length;
        });
    }

    private Measure distance(ToDoubleFunction<Directed> compute) {
        return directed.map(d -> Measure.of(compute.applyAsDouble(d)))
                .orElseGet(() -> Measure.undefined(pair.emptiness().orElseThrow()));
    }

    private static Mask boundary(Mask mask, VoxelBox box) {
        VoxelGrid grid = box.windowOf(mask.grid());
        var boundary = new boolean[grid.voxelCount()];
        for (int n = 0, k = box.firstK(); k <= box.lastK(); k++) {
            for (int j = box.firstJ(); j <= box.lastJ(); j++) {
                for (int i = box.firstI(); i <= box.lastI(); i++, n++) {
                    boundary[n] = mask.at(i, j, k)
                            && !(isInside(mask, i - 1, j, k)
                                    && isInside(mask, i + 1, j, k)
                                    && isInside(mask, i, j - 1, k)
                                    && isInside(mask, i, j + 1, k)
                                    && isInside(mask, i, j, k - 1)
                                    && isInside(mask, i, j, k + 1));
                }
            }
        }
        return new Mask(grid, boundary);
    }

    private static boolean isInside(Mask mask, int i, int j, int k) {
        VoxelGrid grid = mask.grid();
        return i >= 0
                && j >= 0
                && k >= 0
                && i < grid.sizeI()
                && j < grid.sizeJ()
                && k < grid.sizeK()
                && mask.at(i, j, k);
    }

    private static double[] distancesMm(Mask from, Mask to) {
        double[] squaredMm = DistanceTransform.exactSquaredMm(to);
        var distances = new double[from.voxelCount()];
        int next = 0;
        for (int n = 0; n < squaredMm.length; n++) {
            if (from.inside()[n]) {
                distances[next++] = Math.sqrt(squaredMm[n]);
            }
        }
        Arrays.parallelSort(distances);
        return distances;
    }

    private static double last(double[] rising) {
        return rising[rising.length - 1];
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
