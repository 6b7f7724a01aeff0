package org.midline.core.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

/** Values computed by SciPy 1.17.1 and scikit-image 0.26.0 in double precision from the same small volume. */
class ResamplerGoldenTest {
    private static final VoxelGrid GRID = VoxelGrid.axisAligned(10, 8, 6, 0.9, 1.2, 2);

    private static Volume source() {
        var values = new float[GRID.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = (n * 37 + 11 * (n / 10) * (n / 80 + 1)) % 101;
        }
        return new Volume(GRID, values);
    }

    /** {@code skimage.transform.resize(v, (3, 8, 4), order=1, mode="edge", anti_aliasing=True)}. */
    @Test
    void antialiasedAgreesWithScikitImageResize() {
        var target = new VoxelGrid(
                4,
                8,
                3,
                new Affine(
                        new Vec3(2.5 * 0.9, 0, 0), new Vec3(0, 1.2, 0), new Vec3(0, 0, 4), new Vec3(0.75 * 0.9, 0, 1)));

        Volume result = Resampler.antialiased(source(), target, -1);

        assertRow(result, 0, 0, 32.74252f, 40.79143f, 49.21126f, 64.83166f);
        assertRow(result, 3, 1, 41.22160f, 55.89711f, 46.05387f, 56.73559f);
        assertRow(result, 7, 2, 48.22087f, 59.66718f, 47.21951f, 40.33539f);
    }

    /** {@code scipy.ndimage.map_coordinates(v, points, order=1)} at points of an oblique, sheared grid. */
    @Test
    void linearAgreesWithMapCoordinatesOnAnObliqueGrid() {
        var targetToSource = new Affine(
                new Vec3(0.8, 0.25, -0.1),
                new Vec3(-0.3, 0.9, 0.15),
                new Vec3(0.1, -0.2, 0.7),
                new Vec3(1.3, 1.1, 1.6));
        var target = new VoxelGrid(4, 3, 2, GRID.voxelToPatientLps().after(targetToSource));

        Volume result = Resampler.linear(source(), target, -1);

        assertRow(result, 0, 0, 34.56f, 60.1425f, 69.924f, 45.6235f);
        assertRow(result, 1, 0, 18.75f, 47.0375f, 74.775f, 61.5625f);
        assertRow(result, 2, 0, 36.21f, 35.135f, 60.78f, 77.29f);
        assertRow(result, 0, 1, 41.95f, 57.38f, 90.44f, 42.15f);
        assertRow(result, 1, 1, 51.565f, 47.05075f, 76.175f, 57.6075f);
        assertRow(result, 2, 1, 35.264f, 33.985f, 64.88f, 76.035f);
    }

    private static void assertRow(Volume volume, int j, int k, float... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(volume.at(i, j, k)).as("voxel %d %d %d", i, j, k).isCloseTo(expected[i], within(2e-4f));
        }
    }
}
