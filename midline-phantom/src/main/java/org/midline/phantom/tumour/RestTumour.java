package org.midline.phantom.tumour;

import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.Components;
import org.midline.core.morphology.Connectivity;
import org.midline.phantom.head.HeadWindow;

/**
 * A grown tumour where the tissue is that it took, before it pushes.
 *
 * @param density of cells, from 0 to 1, i fastest over the habitat's window
 * @param age density summed over time
 * @param share of each voxel within the macroscopic border
 */
@SuppressWarnings("ArrayRecordComponent") // images are large and immutable by convention
record RestTumour(Habitat habitat, float[] density, float[] age, float[] share) {
    /**
     * The density at the macroscopic border, as a share of the most that tissue can hold: what shows on T2 (Swanson,
     * Rostomily, Alvord, British Journal of Cancer 2008;98:113-119).
     */
    static final float THRESHOLD = 0.16f;

    /** Parts smaller than this, in voxels of 1 mm3, and than this share of the largest, are not macroscopic tumour. */
    private static final int LEAST_VOXELS = 200;

    private static final double LEAST_SHARE = 0.03;

    static RestTumour of(Habitat habitat, float[] density, float[] age) {
        var share = new float[density.length];
        HeadWindow window = habitat.window();
        int[] strides = {1, window.sizeI(), window.sizeI() * window.sizeJ()};
        for (int n = strides[2]; n < density.length - strides[2]; n++) {
            if (habitat.isOpen(n) && density[n] > 0.01f) {
                share[n] = share(habitat, density, n, strides);
            }
        }
        keepLargeParts(share, window, strides);
        return new RestTumour(habitat, density, age, share);
    }

    /** How much of a voxel is above the threshold if the density is linear in it; barriers are left out of the slope. */
    private static float share(Habitat habitat, float[] density, int n, int[] strides) {
        float here = density[n];
        double squared = 1e-6;
        for (int stride : strides) {
            float before = habitat.isOpen(n - stride) ? density[n - stride] : here;
            float after = habitat.isOpen(n + stride) ? density[n + stride] : here;
            float slope = before == here || after == here ? after - before : 0.5f * (after - before);
            squared += slope * slope;
        }
        return (float) Math.max(0, Math.min(1, 0.5 + (here - THRESHOLD) / Math.sqrt(squared)));
    }

    private static void keepLargeParts(float[] share, HeadWindow window, int[] strides) {
        var inside = new boolean[share.length];
        for (int n = 0; n < share.length; n++) {
            inside[n] = share[n] > 0.5f;
        }
        var grid = VoxelGrid.axisAligned(window.sizeI(), window.sizeJ(), window.sizeK(), 1, 1, 1);
        Components parts = Components.of(new Mask(grid, inside), Connectivity.FACES);
        int[] sizes = parts.sizes();
        int kept = 0;
        while (kept < sizes.length
                && sizes[kept] >= Math.min(LEAST_VOXELS, sizes[0])
                && sizes[kept] >= LEAST_SHARE * sizes[0]) {
            kept++;
        }
        int[] labels = parts.labels();
        for (int n = strides[2]; n < share.length - strides[2]; n++) {
            boolean near = isKept(labels[n], kept);
            for (int stride : strides) {
                near |= isKept(labels[n - stride], kept) || isKept(labels[n + stride], kept);
            }
            if (!near || labels[n] > kept) {
                share[n] = 0;
            }
        }
    }

    private static boolean isKept(int label, int kept) {
        return label > 0 && label <= kept;
    }
}
