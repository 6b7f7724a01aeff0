package org.midline.network.image;

import java.util.stream.IntStream;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.resample.Resampler;

/**
 * An image at half the spacing of a working grid, each value the mean over a cube of one working voxel.
 *
 * <p>Value (2i, 2j, 2k) is that of working voxel (i, j, k): taking every second value gives what inference sees, and
 * sampling anywhere in between what the same head would give on a working grid moved or turned, which is what training
 * asks for. Both come from one place, so that they cannot differ.
 */
public final class FineImage {
    private FineImage() {}

    /**
     * @param image on any grid; beyond it lies its least value
     * @param working an axis-aligned or any other grid
     * @return a volume of twice the working grid's size on each axis
     */
    public static Volume of(Volume image, VoxelGrid working) {
        float least = Float.POSITIVE_INFINITY;
        for (float value : image.values()) {
            if (value < least) {
                least = value;
            }
        }
        return of(image, working, least);
    }

    /** The part of each voxel that lies inside a mask, in [0, 1]. */
    public static Volume of(Mask mask, VoxelGrid working) {
        boolean[] inside = mask.inside();
        var values = new float[inside.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = inside[n] ? 1 : 0;
        }
        return of(new Volume(mask.grid(), values), working, 0);
    }

    /** The values at the working voxels. */
    public static Volume everySecond(Volume fine, VoxelGrid working) {
        var values = new float[working.voxelCount()];
        int n = 0;
        for (int k = 0; k < working.sizeK(); k++) {
            for (int j = 0; j < working.sizeJ(); j++) {
                for (int i = 0; i < working.sizeI(); i++) {
                    values[n++] = fine.at(2 * i, 2 * j, 2 * k);
                }
            }
        }
        return new Volume(working, values);
    }

    private static Volume of(Volume image, VoxelGrid working, float outside) {
        Affine whole = working.voxelToPatientLps();
        var half = new Affine(
                whole.columnI().times(0.5),
                whole.columnJ().times(0.5),
                whole.columnK().times(0.5),
                whole.apply(-0.25, -0.25, -0.25));
        int sizeI = 2 * working.sizeI();
        int sizeJ = 2 * working.sizeJ();
        int sizeK = 2 * working.sizeK();
        Volume points = Resampler.antialiased(image, new VoxelGrid(sizeI + 1, sizeJ + 1, sizeK + 1, half), outside);
        Vec3 firstCentre = whole.translation();
        return meanOfCubes(points, new VoxelGrid(sizeI, sizeJ, sizeK, half.withTranslation(firstCentre)));
    }

    private static Volume meanOfCubes(Volume points, VoxelGrid target) {
        float[] from = points.values();
        int rowLength = points.grid().sizeI();
        int sliceLength = rowLength * points.grid().sizeJ();
        var means = new float[target.voxelCount()];
        IntStream.range(0, target.sizeK()).parallel().forEach(k -> {
            int n = target.index(0, 0, k);
            for (int j = 0; j < target.sizeJ(); j++) {
                int p = k * sliceLength + j * rowLength;
                for (int i = 0; i < target.sizeI(); i++, p++) {
                    int q = p + sliceLength;
                    means[n++] = 0.125f
                            * (from[p]
                                    + from[p + 1]
                                    + from[p + rowLength]
                                    + from[p + rowLength + 1]
                                    + from[q]
                                    + from[q + 1]
                                    + from[q + rowLength]
                                    + from[q + rowLength + 1]);
                }
            }
        });
        return new Volume(target, means);
    }
}
