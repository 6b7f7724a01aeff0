package org.midline.phantom.tumour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.TissueChange;
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

    public Grown grow(HeadMap head) {
        List<Integer> seedVoxels = new ArrayList<>();
        for (Vec3 seed : plan.seedsStandardMm()) {
            seedVoxels.add(nearest(head, seed));
        }
        HeadWindow window = windowAround(head, seedVoxels);
        var speed = new float[window.count()];
        var slowness = new float[window.count()];
        window.forEach((n, i, j, k) -> {
            double relative = TissueSpeeds.of(head.at(i, j, k), plan.site());
            double noise = 0.8 * coarse.at(i, j, k) + 0.6 * fine.at(i, j, k);
            speed[n] = (float) (relative * Math.exp(plan.roughness() * noise));
            slowness[n] = relative == 0 ? Float.POSITIVE_INFINITY : 1 / speed[n];
        });
        var front = new GrowthFront(window.sizeI(), window.sizeJ(), window.sizeK(), slowness);
        for (int s = 0; s < seedVoxels.size(); s++) {
            int[] ijk = ijk(head.grid(), seedVoxels.get(s));
            front.seed(window.indexOfHeadVoxel(ijk[0], ijk[1], ijk[2]), s * (float) Math.cbrt(plan.targetMl()));
        }
        int target = (int) Math.round(plan.targetMl() * 1000 / head.grid().voxelVolumeMm3());
        int[] order = front.march(2 * target);
        float borderTime = front.arrival()[order[Math.min(target, order.length) - 1]];
        float necrosisTime = front.arrival()[order[(int) (plan.necrosis() * (Math.min(target, order.length) - 1))]];
        TissueChange change = composed(window, front.arrival(), speed, borderTime, necrosisTime);
        return new Grown(change, PointMap.IDENTITY);
    }

    private TissueChange composed(
            HeadWindow window, float[] arrival, float[] speed, float borderTime, float necrosisTime) {
        TissueChange change = TissueChange.none(window);
        float[] inside = change.occupancy();
        float[] density = change.density();
        float[] oedema = change.oedema();
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
                core(n, depth, patches.at(i, j, k), depthMm, (necrosisTime - arrival[n]) * speed[n], change);
            }
        });
        smooth(window, inside);
        return change;
    }

    private void core(int n, double depth, double patch, double depthMm, double deadMm, TissueChange change) {
        double rim = Math.min(1, depthMm / 2);
        double dead = plan.necrosis() > 0 ? sigmoid((deadMm + 1.2 * patch) * 1.6) : 0;
        change.necrosis()[n] = (float) dead;
        change.enhancing()[n] = (float)
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
    private static void smooth(HeadWindow window, float[] values) {
        int[] strides = {1, window.sizeI(), window.sizeI() * window.sizeJ()};
        for (int stride : strides) {
            float[] source = values.clone();
            for (int n = stride; n < values.length - stride; n++) {
                values[n] = 0.5f * source[n] + 0.25f * (source[n - stride] + source[n + stride]);
            }
        }
    }

    /** The voxel of the site's tissue, or of any brain, nearest to a point of the standard frame. */
    private int nearest(HeadMap head, Vec3 seedStandardMm) {
        Vec3 seed = head.grid()
                .voxelToPatientLps()
                .inverse()
                .apply(head.patientToStandard().inverse().apply(seedStandardMm));
        VoxelGrid grid = head.grid();
        double least = Double.POSITIVE_INFINITY;
        int chosen = 0;
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    Tissue tissue = Tissue.of(head.tissues()[n]);
                    double factor = tissue == plan.site().tissue() ? 1 : tissue.isBrain() ? 50 : 1e6;
                    double squared = (i - seed.x()) * (i - seed.x())
                            + (j - seed.y()) * (j - seed.y())
                            + (k - seed.z()) * (k - seed.z());
                    if (squared * factor < least) {
                        least = squared * factor;
                        chosen = n;
                    }
                }
            }
        }
        return chosen;
    }

    private static HeadWindow windowAround(HeadMap head, List<Integer> voxels) {
        int[] low = new int[3];
        int[] high = new int[3];
        Arrays.fill(low, Integer.MAX_VALUE);
        for (int voxel : voxels) {
            int[] ijk = ijk(head.grid(), voxel);
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], Math.max(0, ijk[axis] - REACH));
                high[axis] = Math.max(high[axis], Math.min(head.grid().size(axis) - 1, ijk[axis] + REACH));
            }
        }
        return new HeadWindow(low[0], low[1], low[2], high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1);
    }

    private static int[] ijk(VoxelGrid grid, int voxel) {
        return new int[] {
            voxel % grid.sizeI(), voxel / grid.sizeI() % grid.sizeJ(), voxel / (grid.sizeI() * grid.sizeJ())
        };
    }
}
