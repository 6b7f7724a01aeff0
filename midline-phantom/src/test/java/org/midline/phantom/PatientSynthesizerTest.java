package org.midline.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntPredicate;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.procedural.ProceduralHeads;
import org.midline.phantom.scanner.Centre;
import org.midline.phantom.tumour.Finding;
import org.midline.phantom.tumour.FindingShares;

class PatientSynthesizerTest {
    private static final long SEED = 51;
    private static SyntheticPatient patient;

    @BeforeAll
    static void make() {
        patient = new PatientSynthesizer().synthesize(SEED);
    }

    @Test
    void theSameSeedGivesTheSameBytesOnAnyThread() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<SyntheticPatient> again = () -> new PatientSynthesizer().synthesize(SEED);
            Callable<SyntheticPatient> other = () -> new PatientSynthesizer().synthesize(SEED + 1);
            var first = pool.submit(again);
            var second = pool.submit(other);
            assertThat(checksum(first.get())).isEqualTo(checksum(patient));
            assertThat(checksum(second.get())).isNotEqualTo(checksum(patient));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void theTumourHasItsVolumeOnEveryGrid() {
        double target = ((Finding.Glioma) patient.finding()).plan().targetMl();
        assertThat(patient.volumeMl()).isCloseTo(target, within(0.1 * target));
        for (SyntheticImage image : patient.images().values()) {
            assertThat(image.gtv().volumeMl()).isCloseTo(patient.volumeMl(), within(0.1 * patient.volumeMl()));
        }
    }

    @Test
    void theTumourLiesInOnePlaceInPatientSpace() {
        Vec3 t1c = centroid(Sequence.T1C);
        assertThat(centroid(Sequence.T2).minus(t1c).length()).isLessThan(1.5);
        assertThat(centroid(Sequence.FLAIR).minus(t1c).length()).isLessThan(1.5);
    }

    @Test
    void thePlanesAreNotThePatientsAxesAndNotTheSame() {
        VoxelGrid t2 = patient.images().get(Sequence.T2).image().grid();
        Vec3 normal = t2.voxelToPatientLps().column(2).unit();
        double most = Math.max(Math.abs(normal.x()), Math.max(Math.abs(normal.y()), Math.abs(normal.z())));
        assertThat(most).isBetween(0.9, 0.99999);
        assertThat(t2.sameAs(patient.images().get(Sequence.FLAIR).image().grid(), 1))
                .isFalse();
    }

    @Test
    void theTumourIsBrightOnT2AndFlairAgainstTheRestOfBrainstemAndThalami() {
        assertThat(tumourToHost(Sequence.T2)).isGreaterThan(1.12);
        assertThat(tumourToHost(Sequence.FLAIR)).isGreaterThan(1.1);
    }

    @Test
    void aPatientWithoutTumourHasAnEmptyTruthAndAnatomyAllTheSame() {
        SyntheticPatient healthy =
                new PatientSynthesizer(new ProceduralHeads(), Centre.USUAL, new FindingShares(1, 0)).synthesize(3);
        assertThat(healthy.finding()).isEqualTo(new Finding.Unremarkable());
        assertThat(healthy.volumeMl()).isZero();
        for (SyntheticImage image : healthy.images().values()) {
            assertThat(image.gtv().isEmpty()).isTrue();
            double millilitres = image.image().grid().voxelVolumeMm3() / 1000;
            assertThat(count(image.anatomy(), 1) * millilitres).isBetween(15.0, 45.0);
            assertThat(count(image.anatomy(), 2) * millilitres).isBetween(6.0, 20.0);
        }
    }

    private static int count(byte[] labels, int wanted) {
        int count = 0;
        for (byte label : labels) {
            count += label == wanted ? 1 : 0;
        }
        return count;
    }

    private static double tumourToHost(Sequence sequence) {
        SyntheticImage image = patient.images().get(sequence);
        boolean[] inside = image.gtv().inside();
        byte[] anatomy = image.anatomy();
        return median(image, n -> inside[n]) / median(image, n -> anatomy[n] != 0 && !inside[n]);
    }

    private static double median(SyntheticImage image, IntPredicate wanted) {
        float[] values = image.image().values();
        var chosen = new float[values.length];
        int count = 0;
        for (int n = 0; n < values.length; n++) {
            if (wanted.test(n)) {
                chosen[count++] = values[n];
            }
        }
        Arrays.sort(chosen, 0, count);
        return chosen[count / 2];
    }

    private static Vec3 centroid(Sequence sequence) {
        return patient.images().get(sequence).gtv().centroidLps();
    }

    private static long checksum(SyntheticPatient made) {
        var checksum = new CRC32();
        for (SyntheticImage image : made.images().values()) {
            float[] values = image.image().values();
            var bytes = ByteBuffer.allocate(4 * values.length);
            bytes.asFloatBuffer().put(values);
            checksum.update(bytes.array());
            checksum.update(image.anatomy());
            for (boolean in : image.gtv().inside()) {
                checksum.update(in ? 1 : 0);
            }
            checksum.update(image.image().grid().toString().getBytes(StandardCharsets.UTF_8));
        }
        return checksum.getValue();
    }
}
