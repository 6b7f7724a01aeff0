package org.midline.phantom.material;

import org.midline.phantom.head.HeadWindow;

/**
 * What a disease has made of the tissue in a window of a head. Arrays run i fastest over the window, hold shares from 0
 * to 1 and must not be written.
 *
 * @param occupancy share of the voxel within the macroscopic border of a target tumour: the truth; all 0 for what must
 *     not be segmented
 * @param density of tumour cells; fades across the border
 * @param necrosis share that is dead
 * @param cyst share that is fluid
 * @param haemorrhage share that is blood products
 * @param enhancing share that takes up contrast agent
 * @param oedema share of swelling, not tumour
 */
@SuppressWarnings("ArrayRecordComponent") // images are large and immutable by convention
public record TissueChange(
        HeadWindow window,
        float[] occupancy,
        float[] density,
        float[] necrosis,
        float[] cyst,
        float[] haemorrhage,
        float[] enhancing,
        float[] oedema) {

    /** Nothing changed yet. */
    public static TissueChange none(HeadWindow window) {
        int count = window.count();
        return new TissueChange(
                window,
                new float[count],
                new float[count],
                new float[count],
                new float[count],
                new float[count],
                new float[count],
                new float[count]);
    }

    /** The volume within the macroscopic border. */
    public double volumeMl(double voxelVolumeMm3) {
        double sum = 0;
        for (float share : occupancy) {
            sum += share;
        }
        return sum * voxelVolumeMm3 / 1000;
    }
}
