package org.midline.network.data.augmentation;

import java.util.function.Consumer;
import org.midline.network.image.WorkingGrid;

/** All lines of voxels of a box along one of its axes. */
record Lines(WorkingGrid grid, int axis) {

    /** Hands each line over, to be changed in place. */
    void forEach(float[] image, Consumer<float[]> change) {
        int stride = axis == 0 ? 1 : axis == 1 ? grid.sizeI() : grid.sizeI() * grid.sizeJ();
        int length = axis == 0 ? grid.sizeI() : axis == 1 ? grid.sizeJ() : grid.sizeK();
        var line = new float[length];
        for (int block = 0; block < image.length; block += stride * length) {
            for (int start = block; start < block + stride; start++) {
                for (int p = 0; p < length; p++) {
                    line[p] = image[start + p * stride];
                }
                change.accept(line);
                for (int p = 0; p < length; p++) {
                    image[start + p * stride] = line[p];
                }
            }
        }
    }
}
