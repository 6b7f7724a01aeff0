package org.midline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/**
 * Scattered voxels meet every kind of surface cell, also those whose faces are ambiguous. Values of DeepMind's
 * surface-distance 0.1, run on the same masks.
 */
class ScatteredMeasuresTest {

    @ParameterizedTest
    @CsvSource({
        "1, 9, 7, 5, 1, 1, 1, 50, 50,"
                + " 0.525179856115, 1.414213562373, 1.000000000000, 0.078767161419, 0.067729489826, 0.927388556006, 0.998486275522",
        "2, 6, 8, 9, 0.9, 1.3, 3.1, 30, 70,"
                + " 0.397291196388, 2.700000000000, 1.300000000000, 0.042874483795, 0.180203305924, 0.881455787498, 0.958847404408",
        "3, 12, 5, 6, 0.4297, 0.4297, 5, 60, 45,"
                + " 0.578947368421, 0.859400000000, 0.429700000000, 0.022663559075, 0.003987590665, 0.998521449562, 1.000000000000",
        "4, 3, 3, 3, 2, 1, 0.5, 15, 80,"
                + " 0.166666666667, 4.123105625618, 4.031128874149, 0.016449659159, 1.517025113675, 0.505717616740, 0.573417885698",
    })
    void agreesWithDeepMind(
            long seed,
            int sizeI,
            int sizeJ,
            int sizeK,
            double spacingI,
            double spacingJ,
            double spacingK,
            int percentTruth,
            int percentProposal,
            double dsc,
            double hdMm,
            double hd95Mm,
            double meanTruthToProposalMm,
            double meanProposalToTruthMm,
            double nsdHalf,
            double nsdOne) {
        var grid = VoxelGrid.axisAligned(sizeI, sizeJ, sizeK, spacingI, spacingJ, spacingK);
        Mask truth = scattered(grid, seed, percentTruth);
        Mask proposal = scattered(grid, seed + 100, percentProposal);
        var surface = SurfaceDistance.between(truth, proposal);
        expect(Overlap.dsc(truth, proposal), dsc);
        expect(surface.hdMm(), hdMm);
        expect(surface.hd95Mm(), hd95Mm);
        expect(surface.meanTruthToProposalMm(), meanTruthToProposalMm);
        expect(surface.meanProposalToTruthMm(), meanProposalToTruthMm);
        expect(surface.nsd(0.5), nsdHalf);
        expect(surface.nsd(1), nsdOne);
    }

    /** The upper bits of Knuth's 64-bit linear congruential generator, one per voxel, i fastest. */
    private static Mask scattered(VoxelGrid grid, long seed, int percent) {
        var inside = new boolean[grid.voxelCount()];
        long state = seed;
        for (int n = 0; n < inside.length; n++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            inside[n] = (state >>> 33) % 100 < percent;
        }
        return new Mask(grid, inside);
    }

    private static void expect(Measure measure, double golden) {
        assertThat(measure.number().orElseThrow()).isCloseTo(golden, within(1e-6));
    }
}
