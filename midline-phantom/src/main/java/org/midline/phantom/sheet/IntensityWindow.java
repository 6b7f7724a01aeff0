package org.midline.phantom.sheet;

import java.util.Arrays;
import org.midline.core.Volume;

/** From intensities to grey values. */
final class IntensityWindow {
    private static final int SAMPLES = 100_000;

    private IntensityWindow() {}

    /** The intensity shown as white: the 99.3rd percentile, estimated from every n-th voxel. */
    static float white(Volume volume) {
        float[] values = volume.values();
        int step = Math.max(1, values.length / SAMPLES);
        var sample = new float[(values.length + step - 1) / step];
        for (int n = 0; n < sample.length; n++) {
            sample[n] = values[n * step];
        }
        Arrays.sort(sample);
        return Math.max(1e-6f, sample[(int) (0.993 * (sample.length - 1))]);
    }
}
