package org.midline.phantom.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.midline.core.Vec3;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadVariant;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.head.procedural.ProceduralHeads;
import org.midline.phantom.material.MaterialMap;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.tumour.Enhancement;
import org.midline.phantom.tumour.TumourGrowth;
import org.midline.phantom.tumour.TumourPlan;
import org.midline.phantom.tumour.TumourSite;

/** A tumour of 25 ml in the pons, grown in a cut-out of a head, and its signal. */
class SignalPainterTest {
    private static final Draw DRAW = new Draw(new SplittableRandom(11));
    private static HeadMap head;
    private static TissueChange tumour;
    private static PatientRelaxation relaxation;
    private static SignalPainter painter;

    @BeforeAll
    static void grow() {
        var plan = new TumourPlan(
                TumourSite.PONS,
                List.of(new Vec3(0, 24, -32)),
                25,
                new TumourPlan.Spread(1.5, 0.3, 1, 0, 0.4, 4),
                new TumourPlan.Inside(0.1, List.of(), List.of(), Enhancement.RING),
                0.9);
        var grid = HeadMap.standardGrid().window(40, 70, 20, 110, 130, 130);
        var whole = new ProceduralHeads().draw(HeadVariant.USUAL, DRAW);
        var grown = new TumourGrowth(plan, DRAW).grow(whole.map(grid, PointMap.IDENTITY));
        tumour = grown.change();
        head = whole.map(grid, grown.presentToRest());
        relaxation = new PatientRelaxation(FieldStrength.TESLA_1_5, whole.ageYears(), plan.conspicuity(), DRAW);
        painter = new SignalPainter(MaterialMap.of(head, Optional.of(tumour)), DRAW);
    }

    private static float[] paint(PulseSequence sequence) {
        return painter.paint(new PhysicalContrast(sequence, relaxation));
    }

    private static int headIndex(int n) {
        var window = tumour.window();
        int i = n % window.sizeI() + window.startI();
        int j = n / window.sizeI() % window.sizeJ() + window.startJ();
        int k = n / (window.sizeI() * window.sizeJ()) + window.startK();
        return head.grid().index(i, j, k);
    }

    @Test
    void theTumourReachesItsVolumeInsideTheBrain() {
        assertThat(tumour.volumeMl(1)).isCloseTo(25, within(1.0));
        int outside = 0;
        int inside = 0;
        int pons = 0;
        for (int n = 0; n < tumour.occupancy().length; n++) {
            if (tumour.occupancy()[n] > 0.5f) {
                Tissue host = Tissue.of(head.tissues()[headIndex(n)]);
                inside++;
                outside += host.isBrain() ? 0 : 1;
                pons += host == Tissue.PONS ? 1 : 0;
            }
        }
        assertThat(outside / (double) inside).isLessThan(0.03);
        assertThat(pons / (double) inside).isGreaterThan(0.3);
    }

    @Test
    void sharesStayBetweenNothingAndAll() {
        for (float[] field :
                List.of(tumour.occupancy(), tumour.density(), tumour.necrosis(), tumour.enhancing(), tumour.oedema())) {
            for (float share : field) {
                assertThat(share).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void cerebrospinalFluidIsBrightOnT2AndDarkOnFlair() {
        float[] t2 = paint(new PulseSequence.FastSpinEcho(4500, 100, 150, false));
        double inversion = PulseSequence.nullingInversionTimeMs(4200, 9000);
        float[] flair = paint(new PulseSequence.InversionRecovery(9000, 110, inversion, false));
        assertThat(median(t2, Tissue.CSF)).isGreaterThan(1.5f * median(t2, Tissue.CEREBELLAR_CORTEX));
        assertThat(median(flair, Tissue.CSF)).isLessThan(0.4f * median(flair, Tissue.CEREBELLAR_CORTEX));
        assertThat(bulk(t2)).isGreaterThan(1.3f * median(t2, Tissue.WHITE_MATTER));
        assertThat(bulk(flair)).isGreaterThan(1.2f * median(flair, Tissue.WHITE_MATTER));
    }

    @Test
    void theEnhancingRimIsBrightAfterContrastOnly() {
        float[] after = paint(new PulseSequence.SpinEcho(500, 10, true));
        float[] before = paint(new PulseSequence.SpinEcho(500, 10, false));
        double gain = 0;
        int count = 0;
        for (int n = 0; n < tumour.enhancing().length; n++) {
            if (tumour.enhancing()[n] > 0.7f) {
                gain += after[headIndex(n)] / before[headIndex(n)];
                count++;
            }
        }
        assertThat(count).isGreaterThan(200);
        assertThat(gain / count).isGreaterThan(1.3);
    }

    private static float bulk(float[] signal) {
        var values = new float[tumour.density().length];
        int count = 0;
        for (int n = 0; n < values.length; n++) {
            if (tumour.density()[n] > 0.9f && tumour.necrosis()[n] < 0.1f) {
                values[count++] = signal[headIndex(n)];
            }
        }
        Arrays.sort(values, 0, count);
        return values[count / 2];
    }

    private static float median(float[] signal, Tissue tissue) {
        var values = new float[signal.length];
        int count = 0;
        for (int n = 0; n < signal.length; n++) {
            if (head.tissues()[n] == tissue.label()) {
                values[count++] = signal[n];
            }
        }
        Arrays.sort(values, 0, count);
        return values[count / 2];
    }
}
