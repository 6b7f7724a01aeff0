package org.midline.network.data;

import java.util.List;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

/**
 * One image to learn from, on the fine grid round its centre, packed: intensities in 16 bits, the truth of each structure
 * in 8.
 *
 * @param centreLps the middle of the working grid that inference would choose
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never compared
record TrainingCase(String id, VoxelGrid fineGrid, short[] intensity, List<byte[]> truths, Vec3 centreLps) {
    static final float TRUTH_SCALE = 100;
    private static final float INTENSITY_RANGE = 32000;

    static TrainingCase pack(String id, Volume fineImage, List<Volume> fineTruths, Vec3 centreLps) {
        List<byte[]> truths =
                fineTruths.stream().map(truth -> packTruth(truth.values())).toList();
        return new TrainingCase(id, fineImage.grid(), packIntensity(fineImage.values()), truths, centreLps);
    }

    private static short[] packIntensity(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        float scale = most > least ? INTENSITY_RANGE / (most - least) : 0;
        var packed = new short[values.length];
        for (int n = 0; n < packed.length; n++) {
            packed[n] = (short) Math.round((values[n] - least) * scale);
        }
        return packed;
    }

    private static byte[] packTruth(float[] parts) {
        var packed = new byte[parts.length];
        for (int n = 0; n < packed.length; n++) {
            packed[n] = (byte) Math.round(parts[n] * TRUTH_SCALE);
        }
        return packed;
    }
}
