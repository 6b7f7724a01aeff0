package org.midline.phantom.stream;

import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadWindow;

/**
 * What a part of a patient is made of. Arrays run i fastest and must not be written.
 *
 * @param materials position in the patient's palette, as unsigned shorts
 * @param window the box of the grid that holds all that disease has changed and, in the view of the head, brainstem and
 *     thalami too
 * @param occupancy within the window: share of the voxel within the tumour's macroscopic border, 0 to
 *     {@value #FULL} as an unsigned byte
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never compared
record AnatomyMap(VoxelGrid grid, short[] materials, HeadWindow window, byte[] occupancy) {
    static final int FULL = 250;

    AnatomyMap {
        if (materials.length != grid.voxelCount() || occupancy.length != window.count()) {
            throw new IllegalArgumentException("%d materials for %d voxels, %d occupancies for a window of %d"
                    .formatted(materials.length, grid.voxelCount(), occupancy.length, window.count()));
        }
    }
}
