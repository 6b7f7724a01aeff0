package org.midline.phantom.stream;

import java.util.Arrays;
import java.util.List;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.SyntheticAnatomy;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.Material;
import org.midline.phantom.material.MaterialMap;

/** Cuts the parts that training needs out of a patient's map. */
final class AnatomyCut {
    /** The region's working grid of 96 x 96 x 112 mm with 24 mm on all sides to move and turn it in. */
    private static final int[] REGION_SIZE = {144, 144, 160};

    private final MaterialMap map;
    private final float[] occupancy;
    private final Vec3 centreLps;

    AnatomyCut(SyntheticAnatomy anatomy) {
        map = anatomy.materials();
        occupancy = new float[map.grid().voxelCount()];
        anatomy.change()
                .ifPresent(change -> change.window().forEach((n, i, j, k) -> {
                    occupancy[map.grid().index(i, j, k)] = change.occupancy()[n];
                }));
        centreLps = centre();
    }

    /** The middle of brainstem, thalami and tumour together, of the map if there are none. */
    Vec3 centreLps() {
        return centreLps;
    }

    List<Material> palette() {
        return map.palette();
    }

    AnatomyMap view(View view) {
        VoxelGrid whole = map.grid();
        var start = new int[3];
        var size = new int[3];
        Vec3 middle = whole.voxelIjk(centreLps);
        for (int axis = 0; axis < 3; axis++) {
            switch (view) {
                case REGION -> {
                    size[axis] = REGION_SIZE[axis];
                    start[axis] = (int) Math.round(middle.component(axis) - (size[axis] - 1) / 2.0);
                }
                case HEAD -> size[axis] = (whole.size(axis) + view.stride() - 1) / view.stride();
            }
        }
        boolean[] wanted =
                view == View.HEAD ? structures() : new boolean[map.palette().size()];
        Arrays.fill(wanted, Tissue.values().length, wanted.length, true);
        return cut(start, size, view.stride(), wanted);
    }

    private AnatomyMap cut(int[] start, int[] size, int stride, boolean[] wanted) {
        VoxelGrid whole = map.grid();
        Affine affine = whole.voxelToPatientLps();
        var grid = new VoxelGrid(
                size[0],
                size[1],
                size[2],
                new Affine(
                        affine.columnI().times(stride),
                        affine.columnJ().times(stride),
                        affine.columnK().times(stride),
                        affine.apply(start[0], start[1], start[2])));
        var materials = new short[grid.voxelCount()];
        var parts = new byte[materials.length];
        var box = new ChangedBox();
        int n = 0;
        for (int k = 0; k < size[2]; k++) {
            for (int j = 0; j < size[1]; j++) {
                for (int i = 0; i < size[0]; i++, n++) {
                    int fromI = start[0] + stride * i;
                    int fromJ = start[1] + stride * j;
                    int fromK = start[2] + stride * k;
                    if (whole.contains(fromI, fromJ, fromK)) {
                        int from = whole.index(fromI, fromJ, fromK);
                        materials[n] = map.materials()[from];
                        parts[n] = (byte) Math.round(occupancy[from] * AnatomyMap.FULL);
                        if (wanted[map.indexAt(from)] || parts[n] != 0) {
                            box.add(i, j, k);
                        }
                    } else {
                        materials[n] = Tissue.AIR.label();
                    }
                }
            }
        }
        HeadWindow window = box.window();
        var inWindow = new byte[window.count()];
        window.forEach((m, i, j, k) -> inWindow[m] = parts[grid.index(i, j, k)]);
        return new AnatomyMap(grid, materials, window, inWindow);
    }

    /** Which entries of the palette are brainstem or thalamus, tumour or not. */
    private boolean[] structures() {
        List<Material> palette = map.palette();
        var wanted = new boolean[palette.size()];
        for (int m = 0; m < wanted.length; m++) {
            Tissue host = palette.get(m).host();
            wanted[m] = host.isBrainstem() || host == Tissue.THALAMUS;
        }
        return wanted;
    }

    private Vec3 centre() {
        boolean[] wanted = structures();
        VoxelGrid grid = map.grid();
        double[] sum = new double[3];
        long count = 0;
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (wanted[map.indexAt(n)] || occupancy[n] > 0.5f) {
                        sum[0] += i;
                        sum[1] += j;
                        sum[2] += k;
                        count++;
                    }
                }
            }
        }
        return count == 0 ? grid.centreLps() : grid.patientLps(sum[0] / count, sum[1] / count, sum[2] / count);
    }

    /** The smallest box around some voxels; one voxel at the origin without any. */
    private static final class ChangedBox {
        private final int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        private final int[] high = {-1, -1, -1};

        void add(int i, int j, int k) {
            low[0] = Math.min(low[0], i);
            low[1] = Math.min(low[1], j);
            low[2] = Math.min(low[2], k);
            high[0] = Math.max(high[0], i);
            high[1] = Math.max(high[1], j);
            high[2] = Math.max(high[2], k);
        }

        HeadWindow window() {
            return high[0] < 0
                    ? new HeadWindow(0, 0, 0, 1, 1, 1)
                    : new HeadWindow(
                            low[0], low[1], low[2], high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1);
        }
    }
}
