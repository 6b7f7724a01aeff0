package org.midline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/**
 * Values of DeepMind's surface-distance (its own code, run on the same masks), given to six decimals; those of the voxel
 * surfaces are of MedPy's and MONAI's definitions.
 */
class GoldenMeasuresTest {

    private static final double TOLERANCE = 1e-6;

    @Test
    void cubeShiftedByTwo() {
        var grid = VoxelGrid.axisAligned(40, 40, 40, 1, 1, 1);
        var pair = pair(ShapeMasks.box(grid, 10, 20, 10, 20, 10, 20), ShapeMasks.box(grid, 12, 22, 10, 20, 10, 20));
        expect(pair.overlap.dsc(), 0.8);
        expect(pair.surface.hdMm(), 2);
        expect(pair.surface.hd95Mm(), 2);
        expect(pair.surface.meanTruthToProposalMm(), 0.679795);
        expect(pair.surface.meanProposalToTruthMm(), 0.679795);
        expect(pair.surface.nsd(1), 0.722882);
        expect(pair.surface.nsd(2), 1);
        expect(pair.voxels.assdMm(), 0.688525);
        expect(pair.voxels.masdMm(), 0.688525);
        expect(pair.voxels.nsd(1), 0.721311);
        expect(pair.surface.masdMm(), 0.679795);
    }

    @Test
    void cubeShiftedByOneThickSlice() {
        var grid = VoxelGrid.axisAligned(40, 40, 40, 1, 1, 5);
        var pair = pair(ShapeMasks.box(grid, 10, 20, 10, 20, 10, 20), ShapeMasks.box(grid, 10, 20, 10, 20, 11, 21));
        expect(pair.overlap.dsc(), 0.9);
        expect(pair.surface.hdMm(), 5);
        expect(pair.surface.meanTruthToProposalMm(), 0.498463);
        expect(pair.surface.meanProposalToTruthMm(), 0.498463);
        expect(pair.surface.nsd(1), 0.892688);
        expect(pair.surface.nsd(2), 0.904117);
        expect(pair.voxels.assdMm(), 1.270492);
        expect(pair.voxels.nsd(1), 0.721311);
        expect(pair.voxels.nsd(2), 0.762295);
    }

    @Test
    void concentricSpheresOnThickSlices() {
        var grid = VoxelGrid.axisAligned(64, 64, 24, 1, 1, 3);
        Mask truth = ShapeMasks.sphere(grid, 32, 32, 36, 12);
        Mask proposal = ShapeMasks.sphere(grid, 32, 32, 36, 14);
        assertThat(truth.voxelCount()).isEqualTo(2353);
        assertThat(proposal.voxelCount()).isEqualTo(3861);
        var pair = pair(truth, proposal);
        expect(pair.overlap.dsc(), 0.757322);
        expect(pair.surface.hdMm(), 3);
        expect(pair.surface.hd95Mm(), 3);
        expect(pair.surface.meanTruthToProposalMm(), 1.409563);
        expect(pair.surface.meanProposalToTruthMm(), 1.592007);
        expect(pair.surface.nsd(1), 0.370763);
        expect(pair.surface.nsd(2), 0.772201);
        expect(pair.voxels.assdMm(), 2.001554);
        expect(pair.voxels.masdMm(), 1.990277);
        expect(pair.voxels.nsd(1), 0.212177);
        expect(pair.voxels.nsd(2), 0.547970);
    }

    @Test
    void sphereAndOneFarVoxel() {
        var grid = VoxelGrid.axisAligned(64, 64, 64, 1, 1, 1);
        Mask truth = ShapeMasks.sphere(grid, 30, 30, 30, 10);
        var pair = pair(truth, ShapeMasks.union(truth, ShapeMasks.voxel(grid, 60, 60, 60)));
        expect(pair.overlap.dsc(), 0.999880);
        expect(pair.surface.hdMm(), 42.154478);
        expect(pair.surface.hd95Mm(), 0);
        expect(pair.surface.meanTruthToProposalMm(), 0);
        expect(pair.surface.meanProposalToTruthMm(), 0.052053);
        expect(pair.surface.nsd(1), 0.999369);
        expect(pair.voxels.assdMm(), 0.021540);
        expect(pair.voxels.nsd(1), 0.999489);
    }

    @Test
    void twoSingleVoxels() {
        var grid = VoxelGrid.axisAligned(16, 16, 16, 1, 1, 2);
        var pair = pair(ShapeMasks.voxel(grid, 5, 5, 5), ShapeMasks.voxel(grid, 5, 5, 8));
        expect(pair.overlap.dsc(), 0);
        expect(pair.surface.hdMm(), 6);
        expect(pair.surface.meanTruthToProposalMm(), 5);
        expect(pair.surface.meanProposalToTruthMm(), 5);
        expect(pair.voxels.assdMm(), 6);
    }

    @Test
    void sphereAndASecondLesion() {
        var grid = VoxelGrid.axisAligned(64, 64, 64, 1, 1, 1);
        Mask truth = ShapeMasks.sphere(grid, 24, 30, 30, 10);
        var pair = pair(truth, ShapeMasks.union(truth, ShapeMasks.sphere(grid, 46, 30, 30, 4)));
        expect(pair.overlap.dsc(), 0.970099);
        expect(pair.surface.hdMm(), 16);
        expect(pair.surface.hd95Mm(), 12.529964);
        expect(pair.surface.meanTruthToProposalMm(), 0);
        expect(pair.surface.meanProposalToTruthMm(), 1.552533);
        expect(pair.surface.nsd(1), 0.929610);
        expect(pair.voxels.hd95PooledMm(), 10.466587);
        expect(pair.voxels.hd95LargerMm(), 13.341664);
        expect(pair.voxels.assdMm(), 0.791705);
        expect(pair.voxels.masdMm(), 0.744003);
        expect(pair.voxels.nsd(1), 0.935885);
    }

    @Test
    void boxesThatTouchTheBorder() {
        var grid = VoxelGrid.axisAligned(12, 12, 12, 1, 1, 1);
        var pair = pair(ShapeMasks.box(grid, 0, 6, 2, 8, 2, 8), ShapeMasks.box(grid, 0, 7, 2, 8, 2, 8));
        expect(pair.overlap.dsc(), 0.923077);
        expect(pair.surface.hdMm(), 1);
        expect(pair.surface.meanTruthToProposalMm(), 0.128761);
        expect(pair.surface.meanProposalToTruthMm(), 0.184381);
        expect(pair.voxels.assdMm(), 0.160494);
        expect(pair.voxels.masdMm(), 0.157283);
    }

    private record Pair(Overlap overlap, SurfaceDistance surface, VoxelSurfaceDistance voxels) {}

    private static Pair pair(Mask truth, Mask proposal) {
        return new Pair(
                Overlap.between(truth, proposal),
                SurfaceDistance.between(truth, proposal),
                VoxelSurfaceDistance.between(truth, proposal));
    }

    private static void expect(Measure measure, double golden) {
        assertThat(measure.number()).isPresent();
        assertThat(measure.number().getAsDouble()).isCloseTo(golden, within(TOLERANCE));
    }
}
