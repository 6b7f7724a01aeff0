package org.midline.phantom.tumour;

import java.util.Arrays;
import java.util.List;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/** Grows a planned tumour in a head of 1 mm voxels. */
public final class TumourGrowth {
    /** Half the side of the cube around the seeds in which the tumour may grow. */
    private static final int REACH = 46;

    private final TumourPlan plan;
    private final NoiseField coarse;
    private final NoiseField fine;
    private final NoiseField patches;

    public TumourGrowth(TumourPlan plan, Draw draw) {
        this.plan = plan;
        coarse = new NoiseField(draw, 7, 2);
        fine = new NoiseField(draw, 2.5, 2);
        patches = new NoiseField(draw, 3, 2);
    }

    /** @param seedVoxels indices into the head's grid, one per seed of the plan */
    public Tumour grow(HeadMap head, List<Integer> seedVoxels) {
        var window = Window.around(head, seedVoxels);
        var speed = new float[window.count()];
        var slowness = new float[window.count()];
        window.forEach((n, i, j, k) -> {
            double relative = TissueSpeeds.of(head.at(i, j, k), plan.site());
            double noise = 0.8 * coarse.at(i, j, k) + 0.6 * fine.at(i, j, k);
            speed[n] = (float) (relative * Math.exp(plan.roughness() * noise));
            slowness[n] = relative == 0 ? Float.POSITIVE_INFINITY : 1 / speed[n];
        });
        var front = new GrowthFront(window.sizeI, window.sizeJ, window.sizeK, slowness);
        for (int s = 0; s < seedVoxels.size(); s++) {
            front.seed(window.indexOf(seedVoxels.get(s)), s * (float) Math.cbrt(plan.targetMl()));
        }
        int target = (int) Math.round(plan.targetMl() * 1000 / head.grid().voxelVolumeMm3());
        int[] order = front.march(2 * target);
        float borderTime = front.arrival()[order[Math.min(target, order.length) - 1]];
        float necrosisTime = front.arrival()[order[(int) (plan.necrosis() * (Math.min(target, order.length) - 1))]];
        return composed(window, front.arrival(), speed, borderTime, necrosisTime, head);
    }

    private Tumour composed(
            Window window, float[] arrival, float[] speed, float borderTime, float necrosisTime, HeadMap head) {
        int count = window.count();
        var inside = new float[count];
        var density = new float[count];
        var necrosis = new float[count];
        var enhancing = new float[count];
        var oedema = new float[count];
        window.forEach((n, i, j, k) -> {
            if (arrival[n] == Float.POSITIVE_INFINITY) {
                return;
            }
            double ahead = borderTime - arrival[n];
            double depthMm = ahead * speed[n];
            inside[n] = (float) Math.max(0, Math.min(1, 0.5 + depthMm));
            density[n] = (float) sigmoid(ahead * Math.max(speed[n], 0.6) / plan.infiltrationMm());
            double depth = ahead / borderTime;
            if (plan.oedema() > 0 && speed[n] > 0.25) {
                oedema[n] = (float) (sigmoid((depth + plan.oedema()) * 14) * (1 - density[n]));
            }
            if (depth > 0) {
                core(
                        n,
                        depth,
                        patches.at(i, j, k),
                        depthMm,
                        (necrosisTime - arrival[n]) * speed[n],
                        necrosis,
                        enhancing);
            }
        });
        smooth(window, inside);
        double voxelMl = head.grid().voxelVolumeMm3() / 1000;
        double volumeMl = 0;
        for (float share : inside) {
            volumeMl += share * voxelMl;
        }
        return new Tumour(
                window.startI,
                window.startJ,
                window.startK,
                window.sizeI,
                window.sizeJ,
                window.sizeK,
                inside,
                density,
                necrosis,
                enhancing,
                oedema,
                volumeMl);
    }

    private void core(
            int n, double depth, double patch, double depthMm, double deadMm, float[] necrosis, float[] enhancing) {
        double rim = Math.min(1, depthMm / 2);
        double dead = plan.necrosis() > 0 ? sigmoid((deadMm + 1.2 * patch) * 1.6) : 0;
        necrosis[n] = (float) dead;
        enhancing[n] = (float)
                switch (plan.enhancement()) {
                    case NONE -> 0;
                    case PATCHY -> rim * (1 - dead) * sigmoid((patch - 0.75) * 6) * sigmoid((depth - 0.12) * 30);
                    case RING -> {
                        double band = (deadMm + 2.4 + 1.2 * patch) / 1.8;
                        yield rim * (1 - dead) * Math.exp(-band * band) * sigmoid(patch * 4 + 5);
                    }
                };
    }

    private static double sigmoid(double value) {
        return 1 / (1 + Math.exp(-value));
    }

    /** A light binomial blur: closes gaps of a voxel and rounds the steps of the grid. */
    private static void smooth(Window window, float[] values) {
        int[] strides = {1, window.sizeI, window.sizeI * window.sizeJ};
        for (int stride : strides) {
            float[] source = values.clone();
            for (int n = stride; n < values.length - stride; n++) {
                values[n] = 0.5f * source[n] + 0.25f * (source[n - stride] + source[n + stride]);
            }
        }
    }

    private static final class Window {
        final int startI;
        final int startJ;
        final int startK;
        final int sizeI;
        final int sizeJ;
        final int sizeK;
        private final HeadMap head;

        private Window(HeadMap head, int[] low, int[] high) {
            this.head = head;
            startI = low[0];
            startJ = low[1];
            startK = low[2];
            sizeI = high[0] - low[0] + 1;
            sizeJ = high[1] - low[1] + 1;
            sizeK = high[2] - low[2] + 1;
        }

        static Window around(HeadMap head, List<Integer> voxels) {
            int[] low = new int[3];
            int[] high = new int[3];
            Arrays.fill(low, Integer.MAX_VALUE);
            for (int voxel : voxels) {
                int[] ijk = ijk(head, voxel);
                for (int axis = 0; axis < 3; axis++) {
                    low[axis] = Math.min(low[axis], Math.max(0, ijk[axis] - REACH));
                    high[axis] = Math.max(high[axis], Math.min(head.grid().size(axis) - 1, ijk[axis] + REACH));
                }
            }
            return new Window(head, low, high);
        }

        private static int[] ijk(HeadMap head, int voxel) {
            int sizeI = head.grid().sizeI();
            int sizeJ = head.grid().sizeJ();
            return new int[] {voxel % sizeI, voxel / sizeI % sizeJ, voxel / (sizeI * sizeJ)};
        }

        int count() {
            return sizeI * sizeJ * sizeK;
        }

        int indexOf(int headVoxel) {
            int[] ijk = ijk(head, headVoxel);
            return ijk[0] - startI + sizeI * (ijk[1] - startJ + sizeJ * (ijk[2] - startK));
        }

        void forEach(VoxelAction action) {
            int n = 0;
            for (int k = 0; k < sizeK; k++) {
                for (int j = 0; j < sizeJ; j++) {
                    for (int i = 0; i < sizeI; i++, n++) {
                        action.on(n, i + startI, j + startJ, k + startK);
                    }
                }
            }
        }
    }

    @FunctionalInterface
    private interface VoxelAction {
        void on(int n, int headI, int headJ, int headK);
    }
}
