package org.midline.phantom.head;

import org.midline.core.VoxelGrid;

/**
 * The tissues of a head on a grid, as ordinals of {@link Tissue}, i fastest. The array is kept, not copied, and must
 * not be written.
 */
@SuppressWarnings("ArrayRecordComponent") // images are large and immutable by convention
public record HeadMap(VoxelGrid grid, byte[] tissues) {
    public HeadMap {
        if (tissues.length != grid.voxelCount()) {
            throw new IllegalArgumentException("%d labels for %d voxels".formatted(tissues.length, grid.voxelCount()));
        }
    }

    public Tissue at(int i, int j, int k) {
        return Tissue.of(tissues[grid.index(i, j, k)]);
    }
}
