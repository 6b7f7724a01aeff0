package org.midline.phantom.tumour;

/**
 * A grown tumour on a window of the head's grid: window voxel (i, j, k) is head voxel (i + startI, j + startJ,
 * k + startK). Arrays run i fastest over the window and must not be written.
 *
 * @param occupancy share of the voxel within the macroscopic border, 0 to 1: the truth
 * @param density of tumour cells, 0 to 1; fades across the border
 * @param necrosis share that is necrotic or cystic
 * @param enhancing share that takes up contrast agent
 * @param oedema share of swelling beyond the border, not tumour
 */
@SuppressWarnings("ArrayRecordComponent") // images are large and immutable by convention
public record Tumour(
        int startI,
        int startJ,
        int startK,
        int sizeI,
        int sizeJ,
        int sizeK,
        float[] occupancy,
        float[] density,
        float[] necrosis,
        float[] enhancing,
        float[] oedema,
        double volumeMl) {}
