package org.midline.delineation.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.delineation.ModelIdentity;
import org.midline.delineation.RegionFinder;
import org.midline.network.image.WorkingGrid;
import org.midline.network.inference.Localisation;

class RegionCoverageTest {
    /** 1 x 1 x 2 mm voxels, not along the patient's axes' order: i runs along posterior, j along left. */
    private static final VoxelGrid GRID =
            new VoxelGrid(60, 50, 40, Affine.ofRows(new double[][] {{0, 1, 0, -20}, {1, 0, 0, 5}, {0, 0, 2, 7}}));

    private static final WorkingGrid REGION = new WorkingGrid(2, 10, 12, 14);

    @Test
    void aTumourInTheMiddleOfTheRegionHasTheMarginOfTheShortestSide() {
        RegionCoverage coverage = coverage(at(25, 20, 20), GRID.patientLps(25, 20, 20));
        assertThat(coverage.whole()).isTrue();
        assertThat(coverage.marginMm()).isCloseTo(10, within(1e-9));
    }

    @Test
    void whatLiesBeyondTheBorderIsCounted() {
        Vec3 centre = GRID.patientLps(25, 20, 20);
        assertThat(coverage(at(25, 29, 20), centre).whole()).isTrue();
        assertThat(coverage(at(25, 31, 20), centre).whole()).isFalse();
        boolean[] both = at(25, 29, 20);
        both[GRID.index(25, 31, 20)] = true;
        RegionCoverage coverage = coverage(both, centre);
        assertThat(coverage.outsideMl()).isCloseTo(0.002, within(1e-12));
        assertThat(coverage.marginMm()).isCloseTo(-1, within(1e-9));
    }

    @Test
    void aRefusalLeavesAllOfItOut() {
        RegionCoverage coverage = RegionCoverage.of(
                "A", Sequence.T2, finder(new Localisation.NotLocated("no head")), REGION, image(), mask(at(1, 1, 1)));
        assertThat(coverage.whole()).isFalse();
        assertThat(coverage.outsideMl()).isEqualTo(coverage.tumourMl());
        assertThat(new CoverageTable("t", List.of(coverage)).text()).contains("A T2: no head");
    }

    @Test
    void theTableCountsBySequence() {
        Vec3 centre = GRID.patientLps(25, 20, 20);
        String text = new CoverageTable(
                        "three images (SYNTHETIC)",
                        List.of(coverage(at(25, 20, 20), centre), coverage(at(25, 31, 20), centre)))
                .text();
        assertThat(text).containsPattern("T2 +2 +1 \\(50.0 %\\) +0 +1 +-1.0");
        assertThat(text).contains("P T2: 0.00 of 0.0 ml outside");
    }

    private static RegionCoverage coverage(boolean[] inside, Vec3 centreLps) {
        return RegionCoverage.of(
                "P",
                Sequence.T2,
                finder(new Localisation.Located(centreLps, 20, 10, 5)),
                REGION,
                image(),
                mask(inside));
    }

    private static boolean[] at(int i, int j, int k) {
        var inside = new boolean[GRID.voxelCount()];
        inside[GRID.index(i, j, k)] = true;
        return inside;
    }

    private static Mask mask(boolean[] inside) {
        return new Mask(GRID, inside);
    }

    private static Volume image() {
        return new Volume(GRID, new float[GRID.voxelCount()]);
    }

    private static RegionFinder finder(Localisation answer) {
        return new RegionFinder() {
            @Override
            public Localisation locate(Volume image) {
                return answer;
            }

            @Override
            public ModelIdentity identity() {
                return new ModelIdentity("answer", "0", "00", "nothing");
            }

            @Override
            public void close() {}
        };
    }
}
