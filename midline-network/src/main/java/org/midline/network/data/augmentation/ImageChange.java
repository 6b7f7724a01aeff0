package org.midline.network.data.augmentation;

import java.util.SplittableRandom;
import org.midline.network.image.WorkingGrid;

/**
 * A change of a patch's intensities with nothing left to chance: the same change of the same patch gives the same bytes.
 * Labels stay as they are.
 */
public sealed interface ImageChange {
    /** In place; voxels i fastest. */
    void apply(float[] image, WorkingGrid grid);

    /**
     * The filter (side, 1 - 2 side, side) along each axis; the border's voxel is its own neighbour.
     *
     * @param side 0 to 1/3
     */
    record Blur(double side) implements ImageChange {
        @Override
        public void apply(float[] image, WorkingGrid grid) {
            for (int axis = 0; axis < 3; axis++) {
                new Lines(grid, axis).forEach(image, this::along);
            }
        }

        private void along(float[] line) {
            float before = line[0];
            for (int p = 0; p < line.length; p++) {
                float here = line[p];
                float after = p + 1 < line.length ? line[p + 1] : here;
                line[p] = (float) ((1 - 2 * side) * here + side * (before + after));
                before = here;
            }
        }
    }

    /**
     * Thick slices: along one axis means over {@code thickness} voxels, with straight lines between the slices' middles,
     * as an image on such slices looks once it has been resampled.
     *
     * @param axis 0, 1 or 2 for i, j or k
     * @param thickness in voxels, not necessarily whole, at least 1
     * @param offset where the first slice begins, as a part of a slice before the box, 0 to 1
     */
    record ThickSlices(int axis, double thickness, double offset) implements ImageChange {
        public ThickSlices {
            if (axis < 0 || axis > 2 || !(thickness >= 1) || !(offset >= 0 && offset <= 1)) {
                throw new IllegalArgumentException(
                        "Slices along axis %d of %s voxels from %s".formatted(axis, thickness, offset));
            }
        }

        @Override
        public void apply(float[] image, WorkingGrid grid) {
            new Lines(grid, axis).forEach(image, this::along);
        }

        private void along(float[] line) {
            var integral = new double[line.length + 1];
            for (int p = 0; p < line.length; p++) {
                integral[p + 1] = integral[p] + line[p];
            }
            int slices = (int) Math.ceil(line.length / thickness + offset) + 1;
            var means = new double[slices];
            for (int s = 0; s < slices; s++) {
                double from = Math.max(0, Math.min(line.length - 1.0, (s - offset) * thickness));
                double to = Math.min(line.length, Math.max(from + 1e-6, (s + 1 - offset) * thickness));
                means[s] = (at(integral, to) - at(integral, from)) / (to - from);
            }
            for (int p = 0; p < line.length; p++) {
                double t = Math.max(0, Math.min(slices - 1.0, (p + 0.5) / thickness + offset - 0.5));
                int below = Math.min((int) t, slices - 2);
                line[p] = (float) (means[below] + (t - below) * (means[below + 1] - means[below]));
            }
        }

        private static double at(double[] integral, double position) {
            int below = Math.min((int) position, integral.length - 2);
            return integral[below] + (position - below) * (integral[below + 1] - integral[below]);
        }
    }

    /**
     * A patient who moved between parts of the acquisition: {@code (1 - weight) image(p) + weight image(p - shift)}, the
     * border repeated.
     *
     * @param shiftI in whole voxels, as the other two
     */
    record Motion(int shiftI, int shiftJ, int shiftK, double weight) implements ImageChange {
        @Override
        public void apply(float[] image, WorkingGrid grid) {
            float[] still = image.clone();
            int n = 0;
            for (int k = 0; k < grid.sizeK(); k++) {
                int fromK = within(k - shiftK, grid.sizeK()) * grid.sizeJ();
                for (int j = 0; j < grid.sizeJ(); j++) {
                    int fromJ = (fromK + within(j - shiftJ, grid.sizeJ())) * grid.sizeI();
                    for (int i = 0; i < grid.sizeI(); i++, n++) {
                        float moved = still[fromJ + within(i - shiftI, grid.sizeI())];
                        image[n] = (float) (still[n] + weight * (moved - still[n]));
                    }
                }
            }
        }

        private static int within(int p, int size) {
            return Math.max(0, Math.min(size - 1, p));
        }
    }

    /** Values below and above two marks become the marks. */
    record Clip(double low, double high) implements ImageChange {
        @Override
        public void apply(float[] image, WorkingGrid grid) {
            for (int n = 0; n < image.length; n++) {
                image[n] = (float) Math.max(low, Math.min(high, image[n]));
            }
        }
    }

    /** Scaled to 0 to 1 over the patch, raised to a power, scaled back; a power of 1 changes nothing. */
    record Gamma(double power) implements ImageChange {
        @Override
        public void apply(float[] image, WorkingGrid grid) {
            var range = Range.of(image);
            for (int n = 0; n < image.length; n++) {
                image[n] = (float) (range.least() + range.width() * Math.pow(range.part(image[n]), power));
            }
        }
    }

    /** Dark for bright: each value mirrored at the middle of the patch's range. */
    record Inversion() implements ImageChange {
        @Override
        public void apply(float[] image, WorkingGrid grid) {
            var range = Range.of(image);
            for (int n = 0; n < image.length; n++) {
                image[n] = 2 * range.least() + range.width() - image[n];
            }
        }
    }

    /** Distances from the patch's least value multiplied by the exponential of a smooth field, as by a receive coil. */
    record Bias(ControlLattice logarithm) implements ImageChange {
        @Override
        public void apply(float[] image, WorkingGrid grid) {
            float least = Range.of(image).least();
            float[] field = logarithm.overBox(grid.sizeI(), grid.sizeJ(), grid.sizeK());
            for (int n = 0; n < image.length; n++) {
                image[n] = (float) (least + (image[n] - least) * Math.exp(field[n]));
            }
        }
    }

    /** {@code factor x + shift}. */
    record Linear(double factor, double shift) implements ImageChange {
        @Override
        public void apply(float[] image, WorkingGrid grid) {
            for (int n = 0; n < image.length; n++) {
                image[n] = (float) (factor * image[n] + shift);
            }
        }
    }

    /** Independent noise, nearly normal (the sum of three even numbers), of the given standard deviation. */
    record Noise(double standardDeviation, long seed) implements ImageChange {
        @Override
        public void apply(float[] image, WorkingGrid grid) {
            var random = new SplittableRandom(seed);
            for (int n = 0; n < image.length; n++) {
                double normal = 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
                image[n] += (float) (standardDeviation * normal);
            }
        }
    }

    /**
     * A box filled with one value, so that no single place decides (DeVries and Taylor 2017, arXiv:1708.04552). Parts of
     * the box beyond the patch are left out.
     *
     * @param sizeVoxels of the cube's edge
     */
    record CutOut(int firstI, int firstJ, int firstK, int sizeVoxels, double value) implements ImageChange {
        @Override
        public void apply(float[] image, WorkingGrid grid) {
            int fromI = Math.max(0, firstI);
            int toI = Math.min(grid.sizeI(), firstI + sizeVoxels);
            for (int k = Math.max(0, firstK); k < Math.min(grid.sizeK(), firstK + sizeVoxels); k++) {
                for (int j = Math.max(0, firstJ); j < Math.min(grid.sizeJ(), firstJ + sizeVoxels); j++) {
                    int row = (k * grid.sizeJ() + j) * grid.sizeI();
                    for (int n = row + fromI; n < row + toI; n++) {
                        image[n] = (float) value;
                    }
                }
            }
        }
    }
}
