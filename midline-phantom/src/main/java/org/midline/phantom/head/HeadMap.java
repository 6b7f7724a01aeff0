package org.midline.phantom.head;

import org.midline.core.Affine;
import org.midline.core.VoxelGrid;

/**
 * The tissues of a head on a grid, as ordinals of {@link Tissue}, i fastest. The array is kept, not copied, and must
 * not be written.
 *
 * @param patientToStandard see {@link Head}
 */
@SuppressWarnings("ArrayRecordComponent") // images are large and immutable by convention
public record HeadMap(VoxelGrid grid, byte[] tissues, Affine patientToStandard) {

    public HeadMap {
        if (tissues.length != grid.voxelCount()) {
            throw new IllegalArgumentException("%d labels for %d voxels".formatted(tissues.length, grid.voxelCount()));
        }
    }

    /** The grid that holds any head: 1 mm, axis-aligned, from the vertex to the upper neck. */
    public static VoxelGrid standardGrid() {
        return new VoxelGrid(192, 232, 212, Affine.translation(-95.5, -108, -115));
    }

    public Tissue at(int i, int j, int k) {
        return Tissue.of(tissues[grid.index(i, j, k)]);
    }
}
