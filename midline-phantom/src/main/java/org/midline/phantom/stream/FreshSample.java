package org.midline.phantom.stream;

import org.midline.core.Sequence;
import org.midline.core.VoxelGrid;

/**
 * An image that has not been there before, on the working grid, and its truth.
 *
 * @param id of the patient and sequence
 * @param grid in a frame of the sample's own, LPS in mm about the middle of the anatomy
 * @param image intensities in stored units, i fastest, as an image of a cohort has them once it is on the working grid
 * @param truth for each structure its part of each voxel, structure after structure
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never compared
public record FreshSample(String id, Sequence sequence, VoxelGrid grid, float[] image, float[] truth) {}
