package org.midline.phantom.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.material.Material;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.scanner.Centre;
import org.midline.phantom.scanner.Presentation;
import org.midline.phantom.signal.Contrast;

class FreshStreamTest {
    private static final List<AnatomyEntry> ENTRIES = List.of(Balls.entry());
    private static final AnatomyLibrary REGION = AnatomyLibrary.of(View.REGION, ENTRIES);
    private static final VoxelGrid WORKING = Balls.working(2, 48, 48, 56);
    private static final FreshStream STREAM = new FreshStream(REGION, List.of(Sequence.values()), WORKING, 5);

    @Test
    void aPositionAlwaysGivesTheSameSampleOnAnyThread() {
        var other = new FreshStream(REGION, List.of(Sequence.values()), WORKING, 5);
        List<FreshSample> samples =
                IntStream.range(0, 6).parallel().mapToObj(other::at).toList();
        for (int n = 5; n >= 0; n--) {
            FreshSample again = STREAM.at(n);
            assertThat(samples.get(n).image()).isEqualTo(again.image());
            assertThat(samples.get(n).truth()).isEqualTo(again.truth());
            assertThat(samples.get(n).sequence()).isEqualTo(again.sequence());
        }
        assertThat(samples.get(0).image()).isNotEqualTo(samples.get(1).image());
        assertThat(new FreshStream(REGION, List.of(Sequence.values()), WORKING, 6)
                        .at(0)
                        .image())
                .isNotEqualTo(samples.get(0).image());
    }

    @Test
    void imageAndTruthLieOnEachOther() {
        for (int n = 0; n < 16; n++) {
            FreshSample sample = STREAM.render(clean(STREAM.recipe(n)));
            Vec3 bright = centroid(sample.grid(), sample.image(), 0);
            Vec3 truth = centroid(sample.grid(), sample.truth(), 0);
            assertThat(bright.minus(truth).length() / 2)
                    .as("voxels between image and truth of sample " + n)
                    .isLessThan(0.3);
        }
    }

    @Test
    void theTumourLiesWhereThePoseAndDeformationPutIt() {
        for (int n = 0; n < 16; n++) {
            Recipe recipe = STREAM.recipe(n);
            FreshSample sample = STREAM.render(recipe);
            Vec3 truth = centroid(sample.grid(), sample.truth(), 0);
            double[] p = {truth.x(), truth.y(), truth.z()};
            recipe.elastic().apply(p);
            Vec3 inPatient = recipe.sampleToPatient().apply(p[0], p[1], p[2]);
            assertThat(inPatient.minus(Balls.TUMOUR_LPS).length())
                    .as("mm off in sample " + n)
                    .isLessThan(2.5);
        }
    }

    @Test
    void theTruthHasTheTumoursVolume() {
        var plain = new FreshStream(REGION, List.of(Sequence.T1C), WORKING, Centre.USUAL, SampleRanges.none(), 1);
        double radius = Balls.TUMOUR_RADIUS_MM;
        double expected = 4 / 3.0 * Math.PI * radius * radius * radius;
        double mean = 0;
        for (int n = 0; n < 8; n++) {
            double sum = 0;
            for (float part : plain.at(n).truth()) {
                assertThat(part).isBetween(0f, 1.0001f);
                sum += part;
            }
            // Slices of up to 6.8 mm with gaps, somewhere on a ball of 26 mm: one may be off, not all.
            assertThat(8 * sum).isCloseTo(expected, within(0.1 * expected));
            mean += sum;
        }
        assertThat(mean).isCloseTo(expected, within(0.03 * expected));
    }

    @Test
    void halfOfTheSamplesAreMirrored() {
        int mirrored = 0;
        for (int n = 0; n < 200; n++) {
            mirrored += STREAM.recipe(n).sampleToPatient().determinant() < 0 ? 1 : 0;
        }
        assertThat(mirrored).isBetween(70, 130);

        Recipe recipe = clean(
                new FreshStream(REGION, List.of(Sequence.T2), WORKING, Centre.USUAL, SampleRanges.none(), 1).recipe(0));
        Affine pose = recipe.sampleToPatient().after(Affine.scaling(-1, 1, 1));
        FreshSample one = STREAM.render(recipe);
        FreshSample other = STREAM.render(new Recipe(
                recipe.patient(),
                recipe.sequence(),
                recipe.working(),
                pose,
                recipe.elastic(),
                recipe.protocol(),
                recipe.contrast(),
                recipe.texture(),
                recipe.artefacts()));
        assertThat(centroid(one.grid(), one.truth(), 0).x()).isCloseTo(Balls.TUMOUR_LPS.x(), within(0.5));
        assertThat(centroid(other.grid(), other.truth(), 0).x()).isCloseTo(-Balls.TUMOUR_LPS.x(), within(0.5));
    }

    @Test
    void theHeadsViewTellsThreeStructures() {
        VoxelGrid working = Balls.working(4, 56, 64, 64);
        var stream = new FreshStream(
                AnatomyLibrary.of(View.HEAD, ENTRIES),
                List.of(Sequence.values()),
                working,
                Centre.USUAL,
                SampleRanges.none(),
                3);
        FreshSample sample = stream.at(0);
        assertThat(sample.truth()).hasSize(3 * sample.image().length);
        assertThat(sum(sample, 0) * 0.064).as("brainstem, ml").isCloseTo(4 / 3.0 * Math.PI * 27, within(12.0));
        assertThat(sum(sample, 1)).as("thalami").isZero();
        assertThat(sum(sample, 2) * 0.064).as("tumour, ml").isCloseTo(9.2, within(1.5));
    }

    @Test
    void strippedImagesHaveNothingAroundTheBrain() {
        VoxelGrid working = Balls.working(4, 56, 64, 64);
        var stream = new FreshStream(
                AnatomyLibrary.of(View.HEAD, ENTRIES),
                List.of(Sequence.T2),
                working,
                Centre.USUAL,
                SampleRanges.none(),
                3);
        long stripped = IntStream.range(0, 200)
                .filter(n -> stream.recipe(n).protocol().presentation() == Presentation.STRIPPED)
                .findFirst()
                .orElseThrow();
        FreshSample sample = stream.at(stripped);
        int within = 0;
        for (int n = 0; n < sample.image().length; n++) {
            int k = n / (56 * 64);
            int j = n / 56 % 64;
            double fromMiddle = sample.grid().patientLps(n % 56, j, k).length();
            within += fromMiddle < 60 && sample.image()[n] > 0 ? 1 : 0;
            if (fromMiddle > 75) {
                assertThat(sample.image()[n]).isZero();
            }
        }
        assertThat(within).isGreaterThan(10_000);
    }

    private static double sum(FreshSample sample, int structure) {
        int voxels = sample.image().length;
        double sum = 0;
        for (int n = structure * voxels; n < (structure + 1) * voxels; n++) {
            sum += sample.truth()[n];
        }
        return sum;
    }

    /** Only the tumour gives a signal, and the scanner adds nothing. */
    private static Recipe clean(Recipe recipe) {
        var flat = CoarseField.draw(new double[] {60, 60, 60}, 60, 0, new Draw(new java.util.SplittableRandom(1)));
        var contrast = new Contrast() {
            @Override
            public float signal(Material material) {
                return material.density();
            }

            @Override
            public float texture(Material material) {
                return 0;
            }

            @Override
            public float reference() {
                return 1e-6f;
            }
        };
        var noiseless = new SampleArtefacts(flat, 0, 0, 0, 30, 1);
        return new Recipe(
                recipe.patient(),
                recipe.sequence(),
                recipe.working(),
                recipe.sampleToPatient(),
                recipe.elastic(),
                recipe.protocol(),
                contrast,
                recipe.texture(),
                noiseless);
    }

    private static Vec3 centroid(VoxelGrid grid, float[] values, int first) {
        double[] sum = new double[4];
        int n = first;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    sum[0] += i * (double) values[n];
                    sum[1] += j * (double) values[n];
                    sum[2] += k * (double) values[n];
                    sum[3] += values[n];
                }
            }
        }
        return grid.patientLps(sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]);
    }
}
