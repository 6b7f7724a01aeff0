package org.midline.network.data;

/**
 * What the network sees and should say.
 *
 * @param image normalised intensities on the working grid, i fastest
 * @param truth for each structure its part of each voxel, structure after structure
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never compared
public record Patch(String caseId, float[] image, float[] truth) {}
