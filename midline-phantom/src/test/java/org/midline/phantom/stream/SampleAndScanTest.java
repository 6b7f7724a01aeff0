package org.midline.phantom.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.resample.Resampler;
import org.midline.phantom.AnatomySynthesizer;
import org.midline.phantom.SyntheticAnatomy;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.procedural.ProceduralHeads;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.scanner.Centre;
import org.midline.phantom.scanner.Scanner;
import org.midline.phantom.signal.SignalPainter;
import org.midline.phantom.tumour.FindingShares;

/** A sample of the stream beside what the scanner makes of the same patient, protocol and contrast for a cohort. */
class SampleAndScanTest {
    private static final VoxelGrid WORKING = Balls.working(2, 48, 48, 56);
    private static final double[] QUANTILES = {0.1, 0.25, 0.5, 0.75, 0.9, 0.98};

    @Test
    void bothSeeTheSame() {
        SyntheticAnatomy anatomy =
                new AnatomySynthesizer(new ProceduralHeads(), FindingShares.ALL_GLIOMA).synthesize(11);
        var library = AnatomyLibrary.of(View.REGION, List.of(AnatomyEntry.of(anatomy)));
        assertThat(library.packedBytes()).as("bytes of a patient, both views").isLessThan(600_000);
        for (Sequence sequence : Sequence.values()) {
            var stream = new FreshStream(library, List.of(sequence), WORKING, Centre.USUAL, SampleRanges.none(), 2);
            Recipe recipe = stream.recipe(0);
            FreshSample sample = stream.render(recipe);

            var painter = new SignalPainter(anatomy.materials(), draw(3));
            var scanner =
                    new Scanner(aboutOrigin(anatomy.present(), library.facts(0).centreLps()));
            Volume image = scanner.image(
                    recipe.protocol(),
                    painter.paint(recipe.contrast()),
                    recipe.contrast().reference(),
                    draw(4));
            float[] scanned = onWorkingGrid(image, sample.grid());
            float[] truth = onWorkingGrid(asVolume(scanner.truth(recipe.protocol(), anatomy.change())), sample.grid());

            assertThat(overlap(sample.truth(), truth))
                    .as("overlap of truths, " + sequence)
                    .isGreaterThan(0.95);
            float[] one = standardised(sample.image());
            float[] other = standardised(scanned);
            double product = 0;
            for (int n = 0; n < one.length; n++) {
                product += one[n] * other[n];
            }
            assertThat(product / one.length).as("correlation, " + sequence).isGreaterThan(0.93);
            Arrays.sort(one);
            Arrays.sort(other);
            for (double quantile : QUANTILES) {
                int rank = (int) (quantile * one.length);
                assertThat(one[rank])
                        .as("quantile %s of %s", quantile, sequence)
                        .isCloseTo(other[rank], within(0.25f));
            }
        }
    }

    private static Draw draw(long seed) {
        return new Draw(new SplittableRandom(seed));
    }

    /** The head moved to the frame of samples. */
    private static HeadMap aboutOrigin(HeadMap head, Vec3 centreLps) {
        VoxelGrid grid = head.grid();
        Affine affine = grid.voxelToPatientLps();
        var moved = new VoxelGrid(
                grid.sizeI(),
                grid.sizeJ(),
                grid.sizeK(),
                affine.withTranslation(affine.translation().minus(centreLps)));
        Affine back = Affine.translation(centreLps.x(), centreLps.y(), centreLps.z());
        return new HeadMap(moved, head.tissues(), head.patientToStandard().after(back));
    }

    /** As inference brings an image to the working grid. */
    private static float[] onWorkingGrid(Volume image, VoxelGrid working) {
        float least = Float.POSITIVE_INFINITY;
        for (float value : image.values()) {
            least = Math.min(least, value);
        }
        Affine affine = working.voxelToPatientLps();
        var points = new VoxelGrid(
                2 * working.sizeI(),
                2 * working.sizeJ(),
                2 * working.sizeK(),
                new Affine(
                        affine.columnI().times(0.5),
                        affine.columnJ().times(0.5),
                        affine.columnK().times(0.5),
                        affine.apply(-0.25, -0.25, -0.25)));
        Volume at = Resampler.antialiased(image, points, least);
        var mean = new float[working.voxelCount()];
        for (int n = 0; n < at.values().length; n++) {
            int i = n % points.sizeI();
            int j = n / points.sizeI() % points.sizeJ();
            int k = n / (points.sizeI() * points.sizeJ());
            mean[working.index(i / 2, j / 2, k / 2)] += at.values()[n] / 8;
        }
        return mean;
    }

    private static Volume asVolume(Mask mask) {
        var values = new float[mask.inside().length];
        for (int n = 0; n < values.length; n++) {
            values[n] = mask.inside()[n] ? 1 : 0;
        }
        return new Volume(mask.grid(), values);
    }

    private static double overlap(float[] one, float[] other) {
        double both = 0;
        double sum = 0;
        for (int n = 0; n < one.length; n++) {
            both += Math.min(one[n], other[n]);
            sum += one[n] + other[n];
        }
        return 2 * both / sum;
    }

    /** Clipped at the highest half per cent, mean 0, standard deviation 1. */
    private static float[] standardised(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float most = sorted[(int) (0.995 * sorted.length)];
        double sum = 0;
        double squares = 0;
        var clipped = new float[values.length];
        for (int n = 0; n < values.length; n++) {
            clipped[n] = Math.min(most, values[n]);
            sum += clipped[n];
            squares += (double) clipped[n] * clipped[n];
        }
        double mean = sum / values.length;
        double deviation = Math.sqrt(squares / values.length - mean * mean);
        for (int n = 0; n < values.length; n++) {
            clipped[n] = (float) ((clipped[n] - mean) / deviation);
        }
        return clipped;
    }
}
