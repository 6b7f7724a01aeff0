package org.midline.evaluation.picture;

import java.util.Optional;
import org.midline.core.Mask;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.evaluation.VoxelBox;

/** A mask as numbers, so that its border can be found between voxels. */
final class MaskField {

    private MaskField() {}

    /** One inside and zero outside, on the part of the grid that holds the mask and one voxel around it. */
    static Volume of(Mask mask) {
        Optional<VoxelBox> filled = VoxelBox.around(mask);
        if (filled.isEmpty()) {
            return new Volume(mask.grid().window(0, 0, 0, 1, 1, 1), new float[1]);
        }
        VoxelBox box = filled.get().grownBy(1);
        VoxelGrid part = box.windowOf(mask.grid());
        var values = new float[part.voxelCount()];
        for (int k = 1; k < part.sizeK() - 1; k++) {
            for (int j = 1; j < part.sizeJ() - 1; j++) {
                for (int i = 1; i < part.sizeI() - 1; i++) {
                    if (mask.at(box.firstI() + i, box.firstJ() + j, box.firstK() + k)) {
                        values[part.index(i, j, k)] = 1;
                    }
                }
            }
        }
        return new Volume(part, values);
    }
}
