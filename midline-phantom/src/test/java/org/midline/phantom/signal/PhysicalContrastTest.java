package org.midline.phantom.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.Material;
import org.midline.phantom.noise.Draw;

/** Median contrasts over forty patients at both field strengths. */
class PhysicalContrastTest {
    private static final PulseSequence T2 = new PulseSequence.FastSpinEcho(4500, 100, 150, false);
    private static final PulseSequence FLAIR =
            new PulseSequence.InversionRecovery(9000, 110, PulseSequence.nullingInversionTimeMs(4200, 9000), false);
    private static final PulseSequence T1 = new PulseSequence.Mprage(2000, 3, 900, 7.5, 9, 176, false);
    private static final PulseSequence T1C = new PulseSequence.Mprage(2000, 3, 900, 7.5, 9, 176, true);

    private static final Material TUMOUR = new Material(Tissue.PONS, 1, 0, 0, 0, 0, 0);
    private static final Material CYST = new Material(Tissue.PONS, 1, 0, 1, 0, 0, 0);
    private static final Material BLOOD = new Material(Tissue.PONS, 1, 0, 0, 1, 0, 0);
    private static final Material ENHANCING = new Material(Tissue.PONS, 1, 0, 0, 0, 1, 0);
    private static final Material OEDEMA = new Material(Tissue.WHITE_MATTER, 0, 0, 0, 0, 0, 1);

    private static double[] ratios(PulseSequence sequence, Material material, Material other, double ageYears) {
        return IntStream.range(0, 40)
                .mapToDouble(seed -> {
                    Contrast contrast = patient(sequence, ageYears, seed);
                    return contrast.signal(material) / contrast.signal(other);
                })
                .sorted()
                .toArray();
    }

    private static Contrast patient(PulseSequence sequence, double ageYears, int seed) {
        FieldStrength field = seed % 2 == 0 ? FieldStrength.TESLA_1_5 : FieldStrength.TESLA_3;
        return new PhysicalContrast(
                sequence, new PatientRelaxation(field, ageYears, 0.9, new Draw(new SplittableRandom(seed))));
    }

    private static double median(PulseSequence sequence, Material material, Material other) {
        return ratios(sequence, material, other, 9)[20];
    }

    private static Material healthy(Tissue tissue) {
        return Material.healthy(tissue);
    }

    @Test
    void gliomaIsBrightOnT2AndFlairAndEqualToDarkOnT1() {
        Material pons = healthy(Tissue.PONS);
        assertThat(median(T2, TUMOUR, pons)).isBetween(1.3, 2.8);
        assertThat(median(FLAIR, TUMOUR, pons)).isBetween(1.2, 2.2);
        assertThat(median(T1, TUMOUR, pons)).isBetween(0.5, 0.95);
        assertThat(median(T1C, ENHANCING, pons)).isGreaterThan(1.1);
        assertThat(median(T1C, ENHANCING, TUMOUR)).isGreaterThan(1.4);
    }

    @Test
    void fluidIsBrightOnT2AndDarkOnFlair() {
        assertThat(median(T2, healthy(Tissue.CSF), healthy(Tissue.WHITE_MATTER)))
                .isGreaterThan(2);
        assertThat(median(FLAIR, healthy(Tissue.CSF), healthy(Tissue.WHITE_MATTER)))
                .isLessThan(0.3);
    }

    @Test
    void aCystLooksLikeFluidWithProtein() {
        Material fluid = healthy(Tissue.CSF);
        assertThat(median(T2, CYST, healthy(Tissue.WHITE_MATTER))).isGreaterThan(2);
        assertThat(median(T1, CYST, fluid)).isGreaterThan(1.05);
        assertThat(median(T1, CYST, healthy(Tissue.WHITE_MATTER))).isLessThan(0.6);
        assertThat(median(FLAIR, CYST, fluid)).isGreaterThan(1.5);
    }

    @Test
    void bloodIsBrightOnT1OrDarkOnT2() {
        double[] t1 = ratios(T1, BLOOD, healthy(Tissue.PONS), 9);
        double[] t2 = ratios(T2, BLOOD, healthy(Tissue.PONS), 9);
        assertThat(Arrays.stream(t1).filter(ratio -> ratio > 1.2).count()).isBetween(15L, 35L);
        assertThat(Arrays.stream(t2).filter(ratio -> ratio < 0.6).count()).isBetween(12L, 35L);
    }

    @Test
    void swollenWhiteMatterIsBrightOnFlair() {
        assertThat(median(FLAIR, OEDEMA, healthy(Tissue.WHITE_MATTER))).isGreaterThan(1.3);
    }

    @Test
    void exophyticTumourDoesNotLookLikeTheFluidThatItGrowsInto() {
        Material fluid = healthy(Tissue.CSF);
        Material exophytic = new Material(Tissue.CSF, 1, 0, 0, 0, 0, 0);
        assertThat(median(FLAIR, exophytic, TUMOUR)).isCloseTo(1, within(0.15));
        assertThat(median(T2, exophytic, TUMOUR)).isCloseTo(1, within(0.15));
        assertThat(median(FLAIR, exophytic, fluid)).isGreaterThan(2);
        Contrast contrast = patient(FLAIR, 9, 3);
        float half = contrast.signal(new Material(Tissue.CSF, 0.5f, 0, 0, 0, 0, 0));
        assertThat(half).isBetween(contrast.signal(fluid), contrast.signal(exophytic));
    }

    @Test
    void boneAndArteriesStayWhatTheyAre() {
        for (Tissue tissue : new Tissue[] {Tissue.CORTICAL_BONE, Tissue.ARTERY, Tissue.MARROW, Tissue.DURA}) {
            var invaded = new Material(tissue, 1, 0, 0.5f, 0.5f, 1, 1);
            Contrast contrast = patient(T1C, 9, 1);
            assertThat(contrast.signal(invaded)).isEqualTo(contrast.signal(healthy(tissue)));
        }
    }

    @Test
    void whiteMatterOutshinesCortexOnT1MoreWithEveryYear() {
        Material white = healthy(Tissue.WHITE_MATTER);
        Material cortex = healthy(Tissue.CORTEX);
        double infant = ratios(T1, white, cortex, 0.6)[20];
        double small = ratios(T1, white, cortex, 2)[20];
        double grown = ratios(T1, white, cortex, 20)[20];
        assertThat(infant).isBetween(0.95, 1.3);
        assertThat(Ageing.immaturity(0)).isGreaterThan(1);
        assertThat(small).isBetween(infant + 0.02, grown - 0.02);
        assertThat(grown).isBetween(1.3, 1.9);
    }

    @Test
    void ironDarkensThePallidumWithAge() {
        Material pallidum = healthy(Tissue.PALLIDUM);
        Material white = healthy(Tissue.WHITE_MATTER);
        assertThat(ratios(T2, pallidum, white, 25)[20]).isLessThan(ratios(T2, pallidum, white, 4)[20]);
        assertThat(Ageing.iron(Tissue.PALLIDUM, 0)).isCloseTo(0.37, within(1e-9));
    }
}
