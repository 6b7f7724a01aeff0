package org.midline.network.data.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midline.network.image.WorkingGrid;

class ImageChangeTest {
    private static final WorkingGrid GRID = new WorkingGrid(2, 5, 6, 7);

    @Test
    void aBlurSpreadsAPointByItsWeights() {
        float[] image = new float[GRID.voxelCount()];
        image[at(2, 3, 3)] = 1000;
        new ImageChange.Blur(0.2).apply(image, GRID);
        assertThat(image[at(2, 3, 3)]).isCloseTo(216, within(1e-3f));
        assertThat(image[at(1, 3, 3)]).isCloseTo(72, within(1e-3f));
        assertThat(image[at(1, 2, 4)]).isCloseTo(8, within(1e-3f));
        assertThat(image[at(0, 3, 3)]).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void sliceOfOneVoxelChangesNothing(int axis) {
        float[] image = noise(1);
        float[] before = image.clone();
        new ImageChange.ThickSlices(axis, 1, 0).apply(image, GRID);
        assertThat(image).containsExactly(before, within(1e-5f));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.3, 2, 3.5, 20})
    void aConstantImageStaysWhateverTheSlices(double thickness) {
        for (double offset : new double[] {0, 0.4, 1}) {
            float[] image = new float[GRID.voxelCount()];
            java.util.Arrays.fill(image, 3);
            new ImageChange.ThickSlices(2, thickness, offset).apply(image, GRID);
            for (float value : image) {
                assertThat(value).isCloseTo(3, within(1e-5f));
            }
        }
    }

    @Test
    void twoVoxelSlicesAreMeansOfPairsWithLinesBetween() {
        var line = new WorkingGrid(2, 6, 1, 1);
        float[] image = {1, 3, 10, 14, 20, 40};
        new ImageChange.ThickSlices(0, 2, 0).apply(image, line);
        // middles of the slices lie at 1, 3 and 5 voxels, with means of 2, 12 and 30
        assertThat(image[1]).isCloseTo(2 + 0.25f * 10, within(1e-5f));
        assertThat(image[2]).isCloseTo(2 + 0.75f * 10, within(1e-5f));
        assertThat(image[3]).isCloseTo(12 + 0.25f * 18, within(1e-5f));
    }

    @Test
    void motionMixesInACopyThatMoved() {
        float[] image = new float[GRID.voxelCount()];
        image[at(2, 2, 2)] = 100;
        new ImageChange.Motion(1, 0, -2, 0.3).apply(image, GRID);
        assertThat(image[at(2, 2, 2)]).isCloseTo(70, within(1e-4f));
        assertThat(image[at(3, 2, 0)]).isCloseTo(30, within(1e-4f));
    }

    @Test
    void aCutOutIsACubeWithinThePatch() {
        float[] image = noise(2);
        float[] before = image.clone();
        new ImageChange.CutOut(-1, 4, 2, 3, 9).apply(image, GRID);
        int changed = 0;
        for (int k = 0; k < 7; k++) {
            for (int j = 0; j < 6; j++) {
                for (int i = 0; i < 5; i++) {
                    boolean inside = i < 2 && j >= 4 && k >= 2 && k < 5;
                    assertThat(image[at(i, j, k)]).isEqualTo(inside ? 9 : before[at(i, j, k)]);
                    changed += inside ? 1 : 0;
                }
            }
        }
        assertThat(changed).isEqualTo(2 * 2 * 3);
    }

    @Test
    void inversionTwiceGivesTheImageAgain() {
        float[] image = noise(3);
        float[] before = image.clone();
        new ImageChange.Inversion().apply(image, GRID);
        assertThat(image[0] + before[0]).isCloseTo(image[1] + before[1], within(1e-5f));
        new ImageChange.Inversion().apply(image, GRID);
        assertThat(image).containsExactly(before, within(1e-5f));
    }

    @Test
    void gammaKeepsTheEndsAndItsInverseUndoesIt() {
        float[] image = noise(4);
        float[] before = image.clone();
        new ImageChange.Gamma(1.4).apply(image, GRID);
        assertThat(Range.of(image).least()).isEqualTo(Range.of(before).least());
        assertThat(Range.of(image).width()).isCloseTo(Range.of(before).width(), within(1e-5f));
        assertThat(image[5]).isNotEqualTo(before[5]);
        new ImageChange.Gamma(1 / 1.4).apply(image, GRID);
        assertThat(image).containsExactly(before, within(1e-4f));
    }

    @Test
    void clipAndLinearAndBiasFollowTheirFormulas() {
        float[] image = {-3, -1, 0, 2, 5};
        var line = new WorkingGrid(2, 5, 1, 1);
        new ImageChange.Clip(-2, 4).apply(image, line);
        assertThat(image).containsExactly(-2, -1, 0, 2, 4);
        new ImageChange.Linear(2, 1).apply(image, line);
        assertThat(image).containsExactly(-3, -1, 1, 5, 9);
        var field = new double[7 * 7 * 7];
        java.util.Arrays.fill(field, Math.log(2));
        new ImageChange.Bias(new ControlLattice(field)).apply(image, line);
        assertThat(image).containsExactly(new float[] {-3, 1, 5, 13, 21}, within(1e-4f));
    }

    @Test
    void noiseHasTheSpreadAskedForAndIsTheSameForASeed() {
        var wide = new WorkingGrid(1, 40, 40, 40);
        float[] one = new float[wide.voxelCount()];
        float[] other = new float[wide.voxelCount()];
        new ImageChange.Noise(0.5, 7).apply(one, wide);
        new ImageChange.Noise(0.5, 7).apply(other, wide);
        assertThat(one).isEqualTo(other);
        double squares = 0;
        for (float value : one) {
            squares += value * value;
        }
        assertThat(Math.sqrt(squares / one.length)).isCloseTo(0.5, within(0.01));
    }

    private static int at(int i, int j, int k) {
        return (k * GRID.sizeJ() + j) * GRID.sizeI() + i;
    }

    private static float[] noise(long seed) {
        var random = new SplittableRandom(seed);
        var image = new float[GRID.voxelCount()];
        for (int n = 0; n < image.length; n++) {
            image[n] = (float) random.nextDouble(-2, 3);
        }
        return image;
    }
}
