package org.midline.network.training;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.midline.network.data.BorderDistance;
import org.midline.network.data.Patch;
import org.midline.network.engine.Tensors;
import org.midline.network.image.WorkingGrid;
import org.midline.network.loss.Target;

/** Patches side by side: images (N, 1, K, J, I), targets (N, structures, K, J, I). */
record Batch(Tensor image, Target target) {

    /** @param distances whether the target has distances from the border */
    static Batch of(List<Patch> patches, WorkingGrid grid, boolean distances) {
        int voxels = grid.voxelCount();
        int structures = patches.get(0).truth().length / voxels;
        var images = new float[patches.size() * voxels];
        var truths = new float[patches.size() * structures * voxels];
        for (int n = 0; n < patches.size(); n++) {
            System.arraycopy(patches.get(n).image(), 0, images, n * voxels, voxels);
            System.arraycopy(patches.get(n).truth(), 0, truths, n * structures * voxels, structures * voxels);
        }
        Optional<Tensor> borderDistanceMm = distances
                ? Optional.of(structures(BorderDistance.of(truths, grid), patches.size(), structures, grid))
                : Optional.empty();
        return new Batch(
                Tensors.of(images, patches.size(), 1, grid.sizeK(), grid.sizeJ(), grid.sizeI()),
                new Target(structures(truths, patches.size(), structures, grid), borderDistanceMm));
    }

    private static Tensor structures(float[] values, int samples, int structures, WorkingGrid grid) {
        return Tensors.channelsLast(Tensors.of(values, samples, structures, grid.sizeK(), grid.sizeJ(), grid.sizeI()));
    }
}
