package org.midline.core.nifti;

import org.midline.core.VoxelGrid;

/**
 * Where the image of a NIfTI file lies.
 *
 * @param grid in patient LPS mm
 * @param placement how the grid was found
 */
public record NiftiGeometry(VoxelGrid grid, NiftiPlacement placement) {}
