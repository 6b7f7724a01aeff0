package org.midline.phantom.head.procedural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadVariant;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;

/** Several heads of each variant on a coarse grid. */
class HeadVariantsTest {
    private static final int HEADS = 2;
    private static final VoxelGrid COARSE =
            new VoxelGrid(76, 92, 84, Affine.translation(-95, -108, -115).after(Affine.scaling(2.5, 2.5, 2.5)));

    @Test
    void hydrocephalusHasWideVentriclesAndNarrowSulci() {
        for (long seed = 0; seed < HEADS; seed++) {
            HeadMap usual = map(HeadVariant.USUAL, seed);
            HeadMap wide = map(HeadVariant.HYDROCEPHALUS, seed);
            assertThat(millilitres(wide, Tissue.VENTRICLE)).isGreaterThan(45.0);
            assertThat(millilitres(usual, Tissue.VENTRICLE)).isLessThan(60.0);
            double usualShare = millilitres(usual, Tissue.CSF) / millilitres(usual, Tissue.CORTEX);
            double wideShare = millilitres(wide, Tissue.CSF) / millilitres(wide, Tissue.CORTEX);
            assertThat(wideShare).isLessThan(usualShare);
        }
    }

    @Test
    void theTonsilsOfAChiariLieBelowTheForamenMagnum() {
        for (long seed = 0; seed < HEADS; seed++) {
            assertThat(lowestCerebellumStandardZ(map(HeadVariant.CHIARI, seed))).isLessThan(-71.0);
            assertThat(lowestCerebellumStandardZ(map(HeadVariant.USUAL, seed))).isGreaterThan(-69.0);
        }
    }

    @ParameterizedTest
    @EnumSource(HeadVariant.class)
    void everyVariantHasTheThingsThatTumoursGrowIn(HeadVariant variant) {
        HeadMap head = map(variant, 1);
        assertThat(millilitres(head, Tissue.PONS)).isGreaterThan(8.0);
        assertThat(millilitres(head, Tissue.MIDBRAIN)).isGreaterThan(5.0);
        assertThat(millilitres(head, Tissue.MEDULLA)).isGreaterThan(2.5);
        assertThat(millilitres(head, Tissue.THALAMUS)).isGreaterThan(7.0);
    }

    @Test
    void theWayToTheTemplateIsOneToOne() {
        double h = 0.5;
        double least = 1;
        for (long seed = 0; seed < 2; seed++) {
            PointMap map = head(HeadVariant.USUAL, seed).toTemplate();
            for (double x = -100; x <= 100; x += 8) {
                for (double y = -110; y <= 125; y += 8) {
                    for (double z = -115; z <= 100; z += 8) {
                        Vec3 a = slope(map, x, y, z, new Vec3(h, 0, 0));
                        Vec3 b = slope(map, x, y, z, new Vec3(0, h, 0));
                        Vec3 c = slope(map, x, y, z, new Vec3(0, 0, h));
                        least = Math.min(least, a.cross(b).dot(c));
                    }
                }
            }
        }
        assertThat(least).isGreaterThan(0.3);
    }

    /** The rows interpolate between every fourth voxel: no more than a fraction of a voxel from the map itself. */
    @Test
    void theRowsFollowTheWayToTheTemplate() {
        PointMap map = head(HeadVariant.USUAL, 0).toTemplate();
        VoxelGrid grid = HeadMap.standardGrid();
        var rows = new TemplateRows(grid, map);
        for (int k = 3; k < grid.sizeK(); k += 41) {
            for (int j = 2; j < grid.sizeJ(); j += 37) {
                rows.moveTo(j, k);
                for (int i = 1; i < grid.sizeI(); i += 11) {
                    Vec3 p = image(map, grid.patientLps(i, j, k));
                    var seen = new Vec3(rows.at(0, i), rows.at(1, i), rows.at(2, i));
                    assertThat(seen.minus(p).length()).isLessThan(0.25);
                }
            }
        }
    }

    private static Vec3 slope(PointMap map, double x, double y, double z, Vec3 step) {
        var p = new Vec3(x, y, z);
        return image(map, p.plus(step)).minus(image(map, p.minus(step))).times(0.5 / step.length());
    }

    private static Vec3 image(PointMap map, Vec3 p) {
        double[] point = {p.x(), p.y(), p.z()};
        map.apply(point);
        return new Vec3(point[0], point[1], point[2]);
    }

    private static HeadMap map(HeadVariant variant, long seed) {
        return head(variant, seed).map(COARSE, PointMap.IDENTITY);
    }

    private static ProceduralHead head(HeadVariant variant, long seed) {
        var draw = new Draw(new SplittableRandom(seed));
        return new ProceduralHead(HeadTraits.draw(variant, draw), draw);
    }

    private static double millilitres(HeadMap head, Tissue tissue) {
        int count = 0;
        for (byte label : head.tissues()) {
            count += label == tissue.label() ? 1 : 0;
        }
        return count * head.grid().voxelVolumeMm3() / 1000;
    }

    private static double lowestCerebellumStandardZ(HeadMap head) {
        VoxelGrid grid = head.grid();
        double least = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++) {
                    if (head.at(i, j, k) == Tissue.CEREBELLAR_CORTEX) {
                        Vec3 p = head.patientToStandard().apply(grid.patientLps(i, j, k));
                        least = Math.min(least, p.z());
                    }
                }
            }
        }
        return least;
    }
}
