package org.midline.phantom.head.real;

import java.util.SplittableRandom;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.Components;
import org.midline.core.morphology.Connectivity;
import org.midline.core.morphology.DistanceTransform;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/**
 * Divides the one label of soft tissue outside the skull into fat, under the skin, around the eyes and between muscles,
 * and muscle; gives the eyes their lenses. Thicknesses are chosen for this phantom.
 */
final class SoftTissues {
    private static final double FAT_UNDER_SKIN_MM = 4;
    private static final double FAT_AROUND_EYE_MM = 11;
    private static final double FAT_AROUND_NERVE_MM = 7;
    /** Muscles are where the noise is clearly above or below 0; between these lie sheets of fat. */
    private static final double FAT_BETWEEN_MUSCLES = 0.13;

    private static final int SMALLEST_EYE = 2000;

    private SoftTissues() {}

    static void paint(LabelVolume volume, byte[] tissues) {
        VoxelGrid grid = volume.grid();
        float[] toSkin = squaredMmTo(grid, volume.labels(), LabelTable.SKIN);
        float[] toEye = squaredMmTo(grid, volume.labels(), LabelTable.EYE);
        float[] toNerve = squaredMmTo(grid, volume.labels(), LabelTable.OPTIC_NERVE);
        var noise = new NoiseField(new Draw(new SplittableRandom(507)), 6, 2);
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (volume.labels()[n] == LabelTable.SOFT_TISSUE) {
                        float texture = noise.at(i, j, k);
                        double underSkin = FAT_UNDER_SKIN_MM + 1.5 * texture;
                        boolean fat = toSkin[n] < underSkin * Math.abs(underSkin)
                                || toEye[n] < FAT_AROUND_EYE_MM * FAT_AROUND_EYE_MM
                                || toNerve[n] < FAT_AROUND_NERVE_MM * FAT_AROUND_NERVE_MM
                                || Math.abs(texture) < FAT_BETWEEN_MUSCLES;
                        tissues[n] = (fat ? Tissue.FAT : Tissue.MUSCLE).label();
                    }
                }
            }
        }
        lenses(volume, tissues);
    }

    private static float[] squaredMmTo(VoxelGrid grid, short[] labels, int wanted) {
        return DistanceTransform.squaredMm(mask(grid, labels, wanted));
    }

    private static Mask mask(VoxelGrid grid, short[] labels, int wanted) {
        var inside = new boolean[labels.length];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = labels[n] == wanted;
        }
        return new Mask(grid, inside);
    }

    /** Near the front pole of each eye. */
    private static void lenses(LabelVolume volume, byte[] tissues) {
        VoxelGrid grid = volume.grid();
        var eyes = Components.of(mask(grid, volume.labels(), LabelTable.EYE), Connectivity.FACES);
        var sums = new double[2][3];
        for (int n = 0; n < tissues.length; n++) {
            int eye = eyes.labels()[n] - 1;
            if (eye == 0 || eye == 1) {
                int j = n / grid.sizeI() % grid.sizeJ();
                int k = n / (grid.sizeI() * grid.sizeJ());
                sums[eye][0] += n % grid.sizeI();
                sums[eye][1] += j;
                sums[eye][2] += k;
            }
        }
        for (int eye = 0; eye < Math.min(2, eyes.count()); eye++) {
            int size = eyes.sizes()[eye];
            if (size >= SMALLEST_EYE) {
                double radius = Math.cbrt(size * 0.75 / Math.PI);
                var centre = new Vec3(sums[eye][0], sums[eye][1], sums[eye][2]).times(1.0 / size);
                lens(grid, tissues, centre.minus(new Vec3(0, 0.72 * radius, 0)));
            }
        }
    }

    private static void lens(VoxelGrid grid, byte[] tissues, Vec3 centre) {
        for (int k = (int) centre.z() - 5; k <= centre.z() + 5; k++) {
            for (int j = (int) centre.y() - 5; j <= centre.y() + 5; j++) {
                for (int i = (int) centre.x() - 5; i <= centre.x() + 5; i++) {
                    double u = (i - centre.x()) / 4.5;
                    double v = (j - centre.y()) / 2.1;
                    double w = (k - centre.z()) / 4.5;
                    if (u * u + v * v + w * w < 1
                            && grid.contains(i, j, k)
                            && tissues[grid.index(i, j, k)] == Tissue.VITREOUS.label()) {
                        tissues[grid.index(i, j, k)] = Tissue.LENS.label();
                    }
                }
            }
        }
    }
}
