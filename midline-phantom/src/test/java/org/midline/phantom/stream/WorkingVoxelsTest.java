package org.midline.phantom.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.resample.Resampler;

class WorkingVoxelsTest {
    private final VoxelGrid working = Balls.working(2, 20, 24, 22);

    /** A tilted scan of thick slices that covers the working grid only in part. */
    private final VoxelGrid scan = new VoxelGrid(
            36,
            40,
            9,
            Affine.rotation(0, 7)
                    .after(Affine.rotation(2, -4))
                    .after(Affine.scaling(1.1, 1, 4.4))
                    .withTranslation(new Vec3(-16, -21, -16)));

    @Test
    void eachValueIsTheMeanOfEightPointsAsInInference() {
        var random = new SplittableRandom(3);
        var values = new float[scan.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) random.nextDouble();
        }
        var expected = new double[working.voxelCount()];
        for (int corner = 0; corner < 8; corner++) {
            Vec3 first = working.patientLps(
                    (corner & 1) == 0 ? -0.25 : 0.25,
                    (corner & 2) == 0 ? -0.25 : 0.25,
                    (corner & 4) == 0 ? -0.25 : 0.25);
            var points = new VoxelGrid(
                    working.sizeI(),
                    working.sizeJ(),
                    working.sizeK(),
                    working.voxelToPatientLps().withTranslation(first));
            float[] at = Resampler.linear(new Volume(scan, values), points, -3).values();
            for (int n = 0; n < expected.length; n++) {
                expected[n] += at[n] / 8.0;
            }
        }
        float[] found = new WorkingVoxels(scan, working).of(values, -3);
        int beyond = 0;
        for (int n = 0; n < expected.length; n++) {
            assertThat((double) found[n]).isCloseTo(expected[n], within(2e-3));
            beyond += found[n] == -3 ? 1 : 0;
        }
        assertThat(beyond).isBetween(1000, expected.length / 2);
    }

    @Test
    void aMaskIsTheSameAsAnImageOfNoughtsAndOnes() {
        var inside = new boolean[scan.voxelCount()];
        var values = new float[inside.length];
        for (int k = 2; k < 6; k++) {
            for (int j = 10; j < 22; j++) {
                for (int i = 5; i < 17; i++) {
                    inside[scan.index(i, j, k)] = true;
                    values[scan.index(i, j, k)] = 1;
                }
            }
        }
        var voxels = new WorkingVoxels(scan, working);
        var parts = new float[3 * working.voxelCount()];
        voxels.ofMask(inside, parts, working.voxelCount());
        float[] image = voxels.of(values, 0);
        for (int n = 0; n < image.length; n++) {
            assertThat(parts[n]).isZero();
            assertThat(parts[working.voxelCount() + n]).isCloseTo(image[n], within(1e-3f));
            assertThat(parts[2 * working.voxelCount() + n]).isZero();
        }
    }
}
