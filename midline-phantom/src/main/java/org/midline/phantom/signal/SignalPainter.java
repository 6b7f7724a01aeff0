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
    private static final float NEIGHBOUR = 0.15f;
    private static final float OWN = 1 - 2 * NEIGHBOUR;

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
        soften(signal, materials.grid());
        return signal;
    }

    /** A border between tissues passes through voxels, not along their faces: each takes a little of its neighbours. */
    private static void soften(float[] signal, VoxelGrid grid) {
        int row = grid.sizeI();
        int slice = row * grid.sizeJ();
        var before = new float[slice];
        var here = new float[slice];
        for (int start = 0; start < signal.length; start += slice) {
            for (int j = 0; j < slice; j += row) {
                blend(signal, start + j, 1, row, before, here, 1);
            }
            blend(signal, start, row, grid.sizeJ(), before, here, row);
        }
        blend(signal, 0, slice, grid.sizeK(), before, here, slice);
    }

    /** Blends each of {@code count} runs of {@code width} values, {@code stride} apart, with the runs beside it. */
    private static void blend(
            float[] signal, int start, int stride, int count, float[] before, float[] here, int width) {
        System.arraycopy(signal, start, before, 0, width);
        for (int n = 0; n < count; n++) {
            int from = start + n * stride;
            int after = n + 1 < count ? from + stride : from;
            System.arraycopy(signal, from, here, 0, width);
            for (int m = 0; m < width; m++) {
                signal[from + m] = OWN * here[m] + NEIGHBOUR * (before[m] + signal[after + m]);
            }
            System.arraycopy(here, 0, before, 0, width);
        }
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
