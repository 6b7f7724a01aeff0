package org.midline.phantom.head.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadVariant;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;

/** The label maps that are shared beside the repository; skipped where they are not. */
class SharedHeadsTest {
    private static final Path FOLDER = Path.of("../../shared/data/anatomy");
    private static LabelledHeads heads;

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "No label maps in " + FOLDER.toAbsolutePath());
        heads = LabelledHeads.open(FOLDER);
    }

    @Test
    void everyHeadHasItsThalamiAndPonsWhereTheStandardFrameHasThem() {
        for (String name : heads.names()) {
            Preparation.Divided divided = Preparation.divided(LabelFile.read(FOLDER.resolve(name + ".nii.gz")));
            Affine standard =
                    divided.frame().uprightToStandard().after(divided.frame().sourceToUpright());
            Map<Tissue, Measured> found =
                    measured(new HeadMap(divided.volume().grid(), divided.tissues(), standard), standard);
            Measured pons = found.get(Tissue.PONS);
            Measured thalami = found.get(Tissue.THALAMUS);
            assertThat(pons.centre().minus(new Vec3(0, 24, -32)).length())
                    .as(name)
                    .isLessThan(3);
            assertThat(thalami.centre().minus(new Vec3(0, 16, 8)).length())
                    .as(name)
                    .isLessThan(3);
            assertThat(thalami.meanAcross()).as(name).isCloseTo(11, within(4.5));
            double brainstem = pons.ml()
                    + found.get(Tissue.MIDBRAIN).ml()
                    + found.get(Tissue.MEDULLA).ml();
            assertThat(pons.ml() / brainstem).as(name).isBetween(0.5, 0.7);
            assertThat(found.get(Tissue.MIDBRAIN).ml()).as(name).isBetween(3.0, 9.0);
            assertThat(found.get(Tissue.MEDULLA).ml()).as(name).isBetween(2.5, 7.0);
        }
    }

    @Test
    void aPatientHasEveryTissueAndNoOtherPatientsShape() {
        LabelledHeads one = heads.only(List.of("head_08"));
        HeadMap first = drawn(one, 1).map(HeadMap.standardGrid(), PointMap.IDENTITY);
        Map<Tissue, Measured> found = measured(first, Affine.IDENTITY);
        for (Tissue tissue : Tissue.values()) {
            if (tissue != Tissue.PITUITARY && tissue != Tissue.AIR) {
                assertThat(found).as("no %s", tissue).containsKey(tissue);
            }
        }
        assertThat(found.get(Tissue.THALAMUS).ml()).isBetween(9.0, 24.0);
        VoxelGrid window = HeadMap.standardGrid().window(70, 90, 80, 40, 60, 30);
        byte[] once = drawn(one, 1).map(window, PointMap.IDENTITY).tissues();
        assertThat(drawn(one, 1).map(window, PointMap.IDENTITY).tissues()).isEqualTo(once);
        assertThat(drawn(one, 2).map(window, PointMap.IDENTITY).tissues()).isNotEqualTo(once);
    }

    @Test
    void whatPushesTheBrainLeavesTheSkullWhereItIs() {
        Head head = drawn(heads.only(List.of("head_08")), 1);
        VoxelGrid slab = HeadMap.standardGrid().window(0, 0, 90, 192, 232, 2);
        HeadMap rest = head.map(slab, PointMap.IDENTITY);
        HeadMap pushed = head.map(slab, point -> point[0] += 5);
        int brainChanged = 0;
        for (int n = 0; n < rest.tissues().length; n++) {
            Tissue tissue = Tissue.of(rest.tissues()[n]);
            if (tissue == Tissue.CORTICAL_BONE || tissue == Tissue.SKIN || tissue == Tissue.DURA) {
                assertThat(pushed.tissues()[n]).isEqualTo(rest.tissues()[n]);
            }
            brainChanged += tissue.isBrain() && pushed.tissues()[n] != rest.tissues()[n] ? 1 : 0;
        }
        assertThat(brainChanged).isGreaterThan(2000);
    }

    private static Head drawn(LabelledHeads from, long seed) {
        return from.draw(HeadVariant.USUAL, new Draw(new SplittableRandom(seed)));
    }

    /** @param meanAcross mean distance from the plane x = 0 */
    private record Measured(double ml, Vec3 centre, double meanAcross) {}

    private static Map<Tissue, Measured> measured(HeadMap head, Affine toFrame) {
        VoxelGrid grid = head.grid();
        Affine toPoint = toFrame.after(grid.voxelToPatientLps());
        var sums = new double[Tissue.values().length][5];
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (head.tissues()[n] != 0) {
                        Vec3 p = toPoint.apply(i, j, k);
                        double[] sum = sums[head.tissues()[n]];
                        sum[0]++;
                        sum[1] += p.x();
                        sum[2] += p.y();
                        sum[3] += p.z();
                        sum[4] += Math.abs(p.x());
                    }
                }
            }
        }
        var result = new EnumMap<Tissue, Measured>(Tissue.class);
        for (Tissue tissue : Tissue.values()) {
            double[] sum = sums[tissue.index()];
            if (sum[0] > 0) {
                result.put(
                        tissue,
                        new Measured(
                                sum[0] * grid.voxelVolumeMm3() / 1000,
                                new Vec3(sum[1], sum[2], sum[3]).times(1 / sum[0]),
                                sum[4] / sum[0]));
            }
        }
        return result;
    }
}
