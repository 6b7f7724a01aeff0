package org.midline.phantom.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.midline.core.Sequence;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.Material;
import org.midline.phantom.noise.Draw;

class RandomContrastTest {

    private static Draw draw(long seed) {
        return new Draw(new SplittableRandom(seed));
    }

    @Test
    void anyTissueCanBeBrighterThanAnyOther() {
        int brighter = 0;
        for (int seed = 0; seed < 400; seed++) {
            var contrast = new RandomContrast(draw(seed));
            float white = contrast.signal(Material.healthy(Tissue.WHITE_MATTER));
            brighter += white > contrast.signal(Material.healthy(Tissue.CORTEX)) ? 1 : 0;
            assertThat(white).isBetween(25f, 225f);
        }
        assertThat(brighter / 400.0).isCloseTo(0.5, within(0.1));
    }

    @Property(tries = 100)
    void signalsArePositiveAndFollowFromTheSeed(@ForAll long seed) {
        var contrast = new RandomContrast(draw(seed));
        var again = new RandomContrast(draw(seed));
        assertThat(contrast.reference()).isBetween(25f, 240f);
        for (Tissue tissue : Tissue.values()) {
            var mixture = new Material(tissue, 0.5f, 0.25f, 0.5f, 0.125f, 0.75f, 1);
            assertThat(contrast.signal(mixture)).isGreaterThanOrEqualTo(0).isEqualTo(again.signal(mixture));
            assertThat(contrast.texture(mixture)).isBetween(0f, 1f);
        }
    }

    @Test
    void theSharesLeadFromTheHostToTheTumour() {
        var contrast = new RandomContrast(draw(4));
        float host = contrast.signal(Material.healthy(Tissue.PONS));
        float tumour = contrast.signal(new Material(Tissue.PONS, 1, 0, 0, 0, 0, 0));
        float half = contrast.signal(new Material(Tissue.PONS, 0.5f, 0, 0, 0, 0, 0));
        assertThat(half).isCloseTo((host + tumour) / 2, within(1e-3f));
        assertThat(contrast.signal(new Material(Tissue.THALAMUS, 1, 0, 0, 0, 0, 0)))
                .isCloseTo(tumour, within(1e-3f));
    }

    @Property(tries = 300)
    void jitteredPhysicsTellsTumourFromHost(@ForAll long seed, @ForAll Sequence sequence) {
        Draw draw = draw(seed);
        Contrast contrast = RandomContrast.jitteredPhysics(
                sequence, draw.choose(FieldStrength.values(), 1, 1), draw.uniform(2, 30), draw);
        for (Tissue host : new Tissue[] {Tissue.PONS, Tissue.THALAMUS, Tissue.WHITE_MATTER}) {
            float healthy = contrast.signal(Material.healthy(host));
            assertThat(healthy).isGreaterThan(0);
            for (float density : new float[] {0.25f, 0.5f, 1}) {
                float tumour = contrast.signal(new Material(host, density, 0, 0, 0, 0, 0));
                assertThat(Math.abs(tumour - healthy) / healthy).isGreaterThanOrEqualTo(0.119f * density);
            }
        }
    }

    @Test
    void jitteredPhysicsIsWiderThanThePatientsAre() {
        double usual = spread(seed -> new PhysicalContrast(
                new PulseSequence.FastSpinEcho(4500, 100, 150, false),
                new PatientRelaxation(FieldStrength.TESLA_3, 9, 0.9, draw(seed))));
        double jittered =
                spread(seed -> RandomContrast.jitteredPhysics(Sequence.T2, FieldStrength.TESLA_3, 9, draw(seed)));
        assertThat(jittered).isGreaterThan(2 * usual);
    }

    private interface Source {
        Contrast of(long seed);
    }

    private static double spread(Source source) {
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < 200; seed++) {
            Contrast contrast = source.of(seed);
            double logarithm = Math.log(contrast.signal(Material.healthy(Tissue.CORTEX)) / contrast.reference());
            sum += logarithm;
            squares += logarithm * logarithm;
        }
        return Math.sqrt(squares / 200 - sum * sum / 40000);
    }
}
