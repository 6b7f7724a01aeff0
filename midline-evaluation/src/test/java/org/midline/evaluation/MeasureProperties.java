package org.midline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/** What must hold for any two masks: blobs of a few balls on a small anisotropic grid. */
class MeasureProperties {

    private static final VoxelGrid GRID = VoxelGrid.axisAligned(14, 11, 7, 1, 0.8, 2.5);

    @Property(tries = 60)
    void symmetric(@ForAll long seed) {
        Mask a = blob(seed);
        Mask b = blob(seed + 1);
        assertThat(Overlap.dsc(a, b)).isEqualTo(Overlap.dsc(b, a));
        assertThat(SurfaceDistance.hd95Mm(a, b)).isEqualTo(SurfaceDistance.hd95Mm(b, a));
        var there = SurfaceDistance.between(a, b);
        var back = SurfaceDistance.between(b, a);
        close(there.assdMm(), number(back.assdMm()));
        close(there.nsd(1), number(back.nsd(1)));
        assertThat(there.meanTruthToProposalMm()).isEqualTo(back.meanProposalToTruthMm());
        assertThat(Overlap.between(a, b).sensitivity())
                .isEqualTo(Overlap.between(b, a).precision());
    }

    @Property(tries = 60)
    void boundedAndOrdered(
            @ForAll long seed,
            @ForAll @DoubleRange(max = 5) double tolerance,
            @ForAll @DoubleRange(max = 5) double more) {
        Mask a = blob(seed);
        Mask b = blob(seed + 1);
        double dsc = number(Overlap.dsc(a, b));
        double jaccard = number(Overlap.between(a, b).jaccard());
        assertThat(dsc).isBetween(0.0, 1.0);
        assertThat(dsc).isCloseTo(2 * jaccard / (1 + jaccard), within(1e-12));
        var surface = SurfaceDistance.between(a, b);
        assertThat(number(surface.hd95Mm())).isLessThanOrEqualTo(number(surface.hdMm()));
        assertThat(number(surface.assdMm())).isLessThanOrEqualTo(number(surface.hdMm()));
        assertThat(number(surface.nsd(tolerance))).isBetween(0.0, number(surface.nsd(tolerance + more)));
        assertThat(number(surface.nsd(number(surface.hdMm())))).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 40)
    void aMaskIsNoDistanceFromItself(@ForAll long seed) {
        Mask a = blob(seed);
        assertThat(Overlap.dsc(a, a)).isEqualTo(Measure.of(1));
        assertThat(SurfaceDistance.between(a, a).hdMm()).isEqualTo(Measure.of(0));
        assertThat(SurfaceDistance.between(a, a).nsd(0)).isEqualTo(Measure.of(1));
    }

    @Property(tries = 40)
    void flipsDoNotMatter(@ForAll long seed, @ForAll @IntRange(max = 2) int axis) {
        Mask a = blob(seed);
        Mask b = blob(seed + 1);
        sameMeasures(a, b, flipped(a, axis), flipped(b, axis), 1);
    }

    @Property(tries = 40)
    void orderOfAxesDoesNotMatter(@ForAll long seed) {
        Mask a = blob(seed);
        Mask b = blob(seed + 1);
        sameMeasures(a, b, turned(a), turned(b), 1);
    }

    @Property(tries = 40)
    void distancesScaleWithTheSpacing(@ForAll long seed, @ForAll @DoubleRange(min = 0.2, max = 4) double factor) {
        var larger = VoxelGrid.axisAligned(14, 11, 7, factor, 0.8 * factor, 2.5 * factor);
        Mask a = blob(seed);
        Mask b = blob(seed + 1);
        sameMeasures(a, b, new Mask(larger, a.inside()), new Mask(larger, b.inside()), factor);
    }

    private static void sameMeasures(Mask a, Mask b, Mask otherA, Mask otherB, double factor) {
        var surface = SurfaceDistance.between(a, b);
        var other = SurfaceDistance.between(otherA, otherB);
        assertThat(Overlap.dsc(otherA, otherB)).isEqualTo(Overlap.dsc(a, b));
        close(other.hdMm(), factor * number(surface.hdMm()));
        close(other.hd95Mm(), factor * number(surface.hd95Mm()));
        close(other.meanTruthToProposalMm(), factor * number(surface.meanTruthToProposalMm()));
        close(other.meanProposalToTruthMm(), factor * number(surface.meanProposalToTruthMm()));
    }

    private static Mask blob(long seed) {
        var random = new Random(seed);
        Mask mask = ShapeMasks.voxel(GRID, random.nextInt(14), random.nextInt(11), random.nextInt(7));
        for (int n = random.nextInt(4); n > 0; n--) {
            mask = ShapeMasks.union(
                    mask,
                    ShapeMasks.sphere(
                            GRID,
                            random.nextDouble() * 14,
                            random.nextDouble() * 9,
                            random.nextDouble() * 17,
                            1 + 3 * random.nextDouble()));
        }
        return mask;
    }

    private static Mask flipped(Mask mask, int axis) {
        VoxelGrid grid = mask.grid();
        var inside = new boolean[grid.voxelCount()];
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++) {
                    inside[grid.index(i, j, k)] = mask.at(
                            axis == 0 ? grid.sizeI() - 1 - i : i,
                            axis == 1 ? grid.sizeJ() - 1 - j : j,
                            axis == 2 ? grid.sizeK() - 1 - k : k);
                }
            }
        }
        return new Mask(grid, inside);
    }

    /** The same voxels in space, with j, k, i as the axes. */
    private static Mask turned(Mask mask) {
        VoxelGrid grid = mask.grid();
        var spacing = new Vec3(grid.spacingMm(1), grid.spacingMm(2), grid.spacingMm(0));
        var turned =
                VoxelGrid.axisAligned(grid.sizeJ(), grid.sizeK(), grid.sizeI(), spacing.x(), spacing.y(), spacing.z());
        var inside = new boolean[grid.voxelCount()];
        for (int k = 0; k < turned.sizeK(); k++) {
            for (int j = 0; j < turned.sizeJ(); j++) {
                for (int i = 0; i < turned.sizeI(); i++) {
                    inside[turned.index(i, j, k)] = mask.at(k, i, j);
                }
            }
        }
        return new Mask(turned, inside);
    }

    private static double number(Measure measure) {
        return measure.number().orElseThrow();
    }

    private static void close(Measure measure, double expected) {
        assertThat(number(measure)).isCloseTo(expected, within(1e-6 * Math.max(1, expected)));
    }
}
