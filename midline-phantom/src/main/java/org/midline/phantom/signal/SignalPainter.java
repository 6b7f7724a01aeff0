package org.midline.phantom.signal;

import java.util.List;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.Material;
import org.midline.phantom.material.MaterialMap;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/** Turns materials into the noiseless signal of a contrast, on their own grid; one patient's texture in all. */
public final class SignalPainter {
    private final MaterialMap materials;
    private final float[] texture;

    public SignalPainter(MaterialMap materials, Draw draw) {
        this.materials = materials;
        texture = texture(materials, draw);
    }

    /** Signal per voxel, in the contrast's unit. */
    public float[] paint(Contrast contrast) {
        List<Material> palette = materials.palette();
        var mean = new float[palette.size()];
        var deviation = new float[mean.length];
        for (int m = 0; m < mean.length; m++) {
            mean[m] = contrast.signal(palette.get(m));
            deviation[m] = contrast.texture(palette.get(m));
        }
        short[] indices = materials.materials();
        var signal = new float[indices.length];
        for (int n = 0; n < signal.length; n++) {
            int m = Short.toUnsignedInt(indices[n]);
            signal[n] = mean[m] * Math.max(0.2f, 1 + deviation[m] * texture[n]);
        }
        return signal;
    }

    private static float[] texture(MaterialMap materials, Draw draw) {
        var smooth = new NoiseField(draw, 4, 2);
        var fine = new NoiseField(draw, 1.6, 1);
        short air = Tissue.AIR.label();
        VoxelGrid grid = materials.grid();
        var result = new float[grid.voxelCount()];
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (materials.materials()[n] != air) {
                        result[n] = 0.7f * smooth.at(i, j, k) + 0.7f * fine.at(i, j, k);
                    }
                }
            }
        }
        return result;
    }
}
