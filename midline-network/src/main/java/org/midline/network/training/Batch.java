package org.midline.network.training;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.midline.network.data.Patch;
import org.midline.network.engine.Tensors;
import org.midline.network.image.WorkingGrid;

/** Patches side by side: images (N, 1, K, J, I), truths (N, structures, K, J, I). */
record Batch(Tensor image, Tensor truth) {

    static Batch of(List<Patch> patches, WorkingGrid grid) {
        int voxels = grid.voxelCount();
        int structures = patches.get(0).truth().length / voxels;
        var images = new float[patches.size() * voxels];
        var truths = new float[patches.size() * structures * voxels];
        for (int n = 0; n < patches.size(); n++) {
            System.arraycopy(patches.get(n).image(), 0, images, n * voxels, voxels);
            System.arraycopy(patches.get(n).truth(), 0, truths, n * structures * voxels, structures * voxels);
        }
        return new Batch(
                Tensors.of(images, patches.size(), 1, grid.sizeK(), grid.sizeJ(), grid.sizeI()),
                Tensors.channelsLast(
                        Tensors.of(truths, patches.size(), structures, grid.sizeK(), grid.sizeJ(), grid.sizeI())));
    }
}
