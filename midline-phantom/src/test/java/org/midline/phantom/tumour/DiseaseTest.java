package org.midline.phantom.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.midline.core.Vec3;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadVariant;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.head.procedural.ProceduralHeads;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.tumour.TumourPlan.Focus;

/** Diseases in the lower middle of one head. */
class DiseaseTest {
    private static final double TARGET_ML = 30;
    private static HeadMap rest;
    private static HeadMap present;
    private static TissueChange glioma;

    private static Draw draw(long seed) {
        return new Draw(new SplittableRandom(seed));
    }

    @BeforeAll
    static void grow() {
        Head head = new ProceduralHeads().draw(HeadVariant.USUAL, draw(4));
        Vec3 pons = head.patientToStandard().inverse().apply(0, 26, -30);
        Vec3 corner = HeadMap.standardGrid().voxelIjk(pons).minus(new Vec3(46, 50, 46));
        var grid = HeadMap.standardGrid().window((int) corner.x(), (int) corner.y(), (int) corner.z(), 92, 100, 92);
        rest = head.map(grid, PointMap.IDENTITY);
        var plan = new TumourPlan(
                TumourSite.PONS,
                List.of(new Vec3(0, 24, -32)),
                TARGET_ML,
                new TumourPlan.Spread(1.2, 0.5, 1, 4, 0.5, 5),
                new TumourPlan.Inside(0.1, List.of(new Focus(0.1, 5)), List.of(new Focus(0.3, 3)), Enhancement.PATCHY),
                1);
        Grown grown = new TumourGrowth(plan, draw(5)).grow(rest);
        glioma = grown.change();
        present = head.map(grid, grown.presentToRest());
    }

    private static double sum(float[] shares) {
        double sum = 0;
        for (float share : shares) {
            sum += share;
        }
        return sum;
    }

    private static double count(HeadMap map, Tissue tissue) {
        double count = 0;
        for (byte label : map.tissues()) {
            count += label == tissue.label() ? 1 : 0;
        }
        return count;
    }

    private static double fourthVentricle(HeadMap map) {
        double count = 0;
        for (int n = 0; n < map.tissues().length; n++) {
            int row = n / map.grid().sizeI();
            int slice = row / map.grid().sizeJ();
            Vec3 p = map.grid()
                    .patientLps(n % map.grid().sizeI(), row % map.grid().sizeJ(), slice);
            boolean low = map.patientToStandard().apply(p).z() < -22;
            count += low && map.tissues()[n] == Tissue.VENTRICLE.label() ? 1 : 0;
        }
        return count;
    }

    @Test
    void aPontineGliomaSwellsThePonsAndNarrowsTheFluidAroundIt() {
        assertThat(glioma.volumeMl(1)).isCloseTo(TARGET_ML, within(0.04 * TARGET_ML));
        double gained = count(present, Tissue.PONS) - count(rest, Tissue.PONS);
        assertThat(gained).isBetween(6000.0, 500 * TARGET_ML * 1.1);
        assertThat(fourthVentricle(present)).isLessThan(0.9 * fourthVentricle(rest));
        assertThat(count(present, Tissue.CSF)).isLessThan(0.97 * count(rest, Tissue.CSF));
        assertThat(count(present, Tissue.CORTICAL_BONE)).isCloseTo(count(rest, Tissue.CORTICAL_BONE), within(1.0));
    }

    @Test
    void itStaysOutOfVesselsBoneAndVentriclesAndTakesSomeOfTheCistern() {
        double[] byTissue = new double[Tissue.values().length];
        glioma.window().forEach((n, i, j, k) -> byTissue[present.at(i, j, k).index()] += glioma.occupancy()[n]);
        double all = sum(glioma.occupancy());
        double strange = Stream.of(
                        Tissue.ARTERY, Tissue.VENTRICLE, Tissue.CORTICAL_BONE, Tissue.MARROW, Tissue.VEIN, Tissue.DURA)
                .mapToDouble(tissue -> byTissue[tissue.index()])
                .sum();
        assertThat(strange).isLessThan(0.01 * all);
        assertThat(byTissue[Tissue.CSF.index()]).isBetween(0.01 * all, 0.4 * all);
        assertThat(count(present, Tissue.ARTERY)).isGreaterThan(count(rest, Tissue.ARTERY) / 2);
    }

    @Test
    void whatItIsMadeOfLiesWithinItAndAddsUpToNoMoreThanAll() {
        for (int n = 0; n < glioma.occupancy().length; n++) {
            float parts = glioma.necrosis()[n] + glioma.cyst()[n] + glioma.haemorrhage()[n];
            assertThat(parts >= 0 && parts <= 1.001f).isTrue();
            assertThat(glioma.occupancy()[n] > 0 || glioma.necrosis()[n] + glioma.enhancing()[n] < 0.6f)
                    .isTrue();
            assertThat(glioma.occupancy()[n] < 0.9f || glioma.density()[n] > 0.4f)
                    .isTrue();
        }
        assertThat(sum(glioma.cyst())).isGreaterThan(150);
        assertThat(sum(glioma.haemorrhage())).isGreaterThan(20);
        assertThat(sum(glioma.necrosis())).isBetween(0.03 * sum(glioma.occupancy()), 0.2 * sum(glioma.occupancy()));
    }

    @Test
    void aMassThatIsNoGliomaIsThereAndIsNoTarget() {
        TissueChange mass = Disease.grow(Finding.LookAlike.CEREBELLAR_MASS, rest, draw(8))
                .orElseThrow()
                .change();
        assertThat(sum(mass.occupancy())).isZero();
        assertThat(sum(mass.density())).isGreaterThan(2500);
        assertThat(sum(mass.enhancing())).isBetween(0.0, sum(mass.density()));
    }

    @Test
    void lesionsAreSmallBrightSpotsInWhiteMatter() {
        Grown grown = Disease.grow(Finding.LookAlike.WHITE_MATTER_LESIONS, rest, draw(9))
                .orElseThrow();
        TissueChange lesions = grown.change();
        assertThat(sum(lesions.occupancy()) + sum(lesions.density())).isZero();
        assertThat(sum(lesions.oedema())).isBetween(20.0, 12000.0);
        lesions.window()
                .forEach((n, i, j, k) -> assertThat(lesions.oedema()[n] == 0 || rest.at(i, j, k) == Tissue.WHITE_MATTER)
                        .isTrue());
    }

    @Test
    void dilatedCapillariesOnlyEnhance() {
        TissueChange change = Disease.grow(Finding.LookAlike.VESSELS, rest, draw(9))
                .orElseThrow()
                .change();
        assertThat(sum(change.density()) + sum(change.occupancy()) + sum(change.oedema()))
                .isZero();
        assertThat(sum(change.enhancing())).isBetween(10.0, 400.0);
    }

    @Test
    void variantsOfHeadsGrowNothing() {
        for (Finding finding :
                List.of(Finding.LookAlike.HYDROCEPHALUS, Finding.LookAlike.CHIARI, new Finding.Unremarkable())) {
            assertThat(Disease.grow(finding, rest, draw(1))).isEmpty();
        }
    }

    @Test
    void plansHaveThePublishedSitesAndEnhancement() {
        int patients = 2000;
        Draw draw = draw(3);
        int[] sites = new int[TumourSite.values().length];
        int plain = 0;
        for (int patient = 0; patient < patients; patient++) {
            TumourPlan plan = PlanDraw.draw(draw);
            sites[plan.site().compareTo(TumourSite.PONS)]++;
            plain += plan.enhancement() == Enhancement.NONE ? 1 : 0;
            assertThat(plan.targetMl()).isBetween(5.0, 80.0);
        }
        assertThat(sites[0] / (double) patients).isCloseTo(0.6, within(0.04));
        assertThat(sites[1] / (double) patients).isCloseTo(0.3, within(0.04));
        assertThat(plain / (double) patients).isCloseTo(0.35, within(0.04));
    }
}
