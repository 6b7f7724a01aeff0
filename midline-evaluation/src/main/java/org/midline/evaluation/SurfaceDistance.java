package org.midline.evaluation;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.morphology.DistanceTransform;

/**
 * Distances between the surfaces of two masks, as Nikolov et al. define them (Deep learning to achieve clinically
 * applicable segmentation of head and neck anatomy for radiotherapy, J Med Internet Res 2021;23:e26151): surface
 * elements lie on the corner grid between voxels, each counts with its area in mm2, and the distance of an element is
 * that to the nearest element of the other surface, in mm. The border of the image closes a mask that touches it.
 *
 * <p>All distances are undefined if a mask is empty. The axes of the grid are taken to be orthogonal; the grid's
 * orientation does not matter. Time is linear in the box around both masks.
 */
public final class SurfaceDistance {

    /** Relative: a distance equal to the tolerance is within it, however the last digit was rounded. */
    private static final double ROUNDING = 1e-9;

    private final MaskPair pair;
    private final Optional<Directed> directed;

    private record Directed(DirectedDistance truthToProposal, DirectedDistance proposalToTruth) {}

    private SurfaceDistance(MaskPair pair, Optional<Directed> directed) {
        this.pair = pair;
        this.directed = directed;
    }

    /** @throws InputRefusedException if the masks lie on different grids */
    public static SurfaceDistance between(Mask truth, Mask proposal) {
        return of(MaskPair.of(truth, proposal));
    }

    static SurfaceDistance of(MaskPair pair) {
        if (pair.emptiness().isPresent()) {
            return new SurfaceDistance(pair, Optional.empty());
        }
        VoxelBox box = pair.box().orElseThrow();
        var truth = CornerGrid.of(pair.truth(), box);
        var proposal = CornerGrid.of(pair.proposal(), box);
        double[] areasMm2 = CellSurface.areasMm2(new Vec3(
                truth.grid().spacingMm(0),
                truth.grid().spacingMm(1),
                truth.grid().spacingMm(2)));
        return new SurfaceDistance(
                pair,
                Optional.of(new Directed(
                        DirectedDistance.of(truth, DistanceTransform.exactSquaredMm(proposal.surface()), areasMm2),
                        DirectedDistance.of(proposal, DistanceTransform.exactSquaredMm(truth.surface()), areasMm2))));
    }

    /** The HD95 of two masks, in either order. */
    public static Measure hd95Mm(Mask a, Mask b) {
        return between(a, b).hd95Mm();
    }

    /** Hausdorff distance: the largest distance of any element of either surface, in mm. */
    public Measure hdMm() {
        return distance(d ->
                Math.max(d.truthToProposal().maximumMm(), d.proposalToTruth().maximumMm()));
    }

    /**
     * 95th percentile Hausdorff distance in mm: in each direction the first distance at which the cumulative area
     * reaches 95 % of the surface; the larger of the two.
     */
    public Measure hd95Mm() {
        return distance(d -> Math.max(
                d.truthToProposal().quantileMm(0.95), d.proposalToTruth().quantileMm(0.95)));
    }

    /** Mean distance of the truth's surface to the proposal's, in mm, weighted by area. */
    public Measure meanTruthToProposalMm() {
        return distance(d -> d.truthToProposal().meanMm());
    }

    /** Mean distance of the proposal's surface to the truth's, in mm, weighted by area. */
    public Measure meanProposalToTruthMm() {
        return distance(d -> d.proposalToTruth().meanMm());
    }

    /** Average symmetric surface distance in mm: the mean over the area of both surfaces together. */
    public Measure assdMm() {
        return distance(d -> {
            double truthArea = d.truthToProposal().totalAreaMm2();
            double proposalArea = d.proposalToTruth().totalAreaMm2();
            return (d.truthToProposal().meanMm() * truthArea
                            + d.proposalToTruth().meanMm() * proposalArea)
                    / (truthArea + proposalArea);
        });
    }

    /** Mean average surface distance in mm: the mean of the two directions' means, whatever their areas. */
    public Measure masdMm() {
        return distance(d -> (d.truthToProposal().meanMm() + d.proposalToTruth().meanMm()) / 2);
    }

    /**
     * Normalised surface distance, 0 to 1: the fraction of both surfaces' area that is within the tolerance of the
     * other. It is 0 if one mask is empty and undefined if both are.
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
        return distance(d -> (d.truthToProposal().areaWithinMm2(reachMm)
                        + d.proposalToTruth().areaWithinMm2(reachMm))
                / (d.truthToProposal().totalAreaMm2() + d.proposalToTruth().totalAreaMm2()));
    }

    private Measure distance(ToDoubleFunction<Directed> compute) {
        return directed.map(d -> Measure.of(compute.applyAsDouble(d)))
                .orElseGet(() -> Measure.undefined(pair.emptiness().orElseThrow()));
    }
}
