package org.midline.phantom.tumour;

import java.util.Arrays;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.core.morphology.DistanceTransform;
import org.midline.phantom.deformation.PointMap;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.noise.Draw;
import org.midline.phantom.noise.NoiseField;

/**
 * Small bright spots in the white matter of the cerebrum, most of them beside the ventricles, the rest anywhere in it;
 * now and then one takes up contrast agent. They push nothing. Chosen for this phantom.
 */
final class WhiteMatterLesions {
    private static final Vec3 LOW = new Vec3(-48, -48, -8);
    private static final Vec3 HIGH = new Vec3(48, 66, 42);
    private static final double PERIVENTRICULAR_MM = 8;

    private final Draw draw;
    private final NoiseField edges;

    WhiteMatterLesions(Draw draw) {
        this.draw = draw;
        edges = new NoiseField(draw, 2, 2);
    }

    Grown grow(HeadMap rest) {
        HeadWindow window = window(rest);
        TissueChange change = TissueChange.none(window);
        int[] near = new int[window.count()];
        int[] anywhere = new int[window.count()];
        int[] counts = places(rest, window, near, anywhere);
        int lesions = 4 + draw.choose(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        for (int lesion = 0; lesion < lesions; lesion++) {
            boolean beside = draw.chance(0.65) && counts[0] > 0;
            int count = counts[beside ? 0 : 1];
            double radiusMm = draw.logUniform(1.5, 5);
            double share = draw.uniform(0.6, 1);
            double enhancing = draw.chance(0.08) ? draw.uniform(0.3, 0.8) : 0;
            double place = draw.uniform(0, 1);
            if (count > 0) {
                int middle = (beside ? near : anywhere)[(int) (place * (count - 1))];
                paint(rest, change, middle, radiusMm, share, enhancing);
            }
        }
        return new Grown(change, PointMap.IDENTITY);
    }

    /** Fills in the voxels of white matter near ventricles and anywhere; returns how many there are of each. */
    private static int[] places(HeadMap rest, HeadWindow window, int[] near, int[] anywhere) {
        var ventricle = new boolean[window.count()];
        window.forEach((n, i, j, k) -> ventricle[n] = rest.at(i, j, k) == Tissue.VENTRICLE);
        double spacing = rest.grid().spacingMm(0);
        var grid = VoxelGrid.axisAligned(window.sizeI(), window.sizeJ(), window.sizeK(), spacing, spacing, spacing);
        float[] squaredMm = DistanceTransform.squaredMm(new Mask(grid, ventricle));
        int[] counts = new int[2];
        window.forEach((n, i, j, k) -> {
            if (rest.at(i, j, k) == Tissue.WHITE_MATTER) {
                anywhere[counts[1]++] = n;
                if (squaredMm[n] < PERIVENTRICULAR_MM * PERIVENTRICULAR_MM) {
                    near[counts[0]++] = n;
                }
            }
        });
        return counts;
    }

    private void paint(HeadMap rest, TissueChange change, int middle, double radiusMm, double share, double enhancing) {
        HeadWindow window = change.window();
        double radius = radiusMm / rest.grid().spacingMm(0);
        int reach = (int) Math.ceil(1.5 * radius) + 1;
        int atI = middle % window.sizeI();
        int atJ = middle / window.sizeI() % window.sizeJ();
        int atK = middle / (window.sizeI() * window.sizeJ());
        for (int k = Math.max(0, atK - reach); k <= Math.min(window.sizeK() - 1, atK + reach); k++) {
            for (int j = Math.max(0, atJ - reach); j <= Math.min(window.sizeJ() - 1, atJ + reach); j++) {
                for (int i = Math.max(0, atI - reach); i <= Math.min(window.sizeI() - 1, atI + reach); i++) {
                    int n = i + window.sizeI() * (j + window.sizeJ() * k);
                    Tissue tissue = rest.at(i + window.startI(), j + window.startJ(), k + window.startK());
                    if (tissue == Tissue.WHITE_MATTER) {
                        double away = new Vec3(i - atI, j - atJ, k - atK).length();
                        double inside = TumourInside.sigmoid(2.5 * (radius * (1 + 0.25 * edges.at(i, j, k)) - away));
                        change.oedema()[n] = (float) Math.max(change.oedema()[n], share * inside);
                        change.enhancing()[n] = (float) Math.max(change.enhancing()[n], enhancing * inside);
                    }
                }
            }
        }
    }

    private static HeadWindow window(HeadMap rest) {
        VoxelGrid grid = rest.grid();
        Affine toVoxel = grid.voxelToPatientLps()
                .inverse()
                .after(rest.patientToStandard().inverse());
        double[] low = new double[3];
        double[] high = new double[3];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (int corner = 0; corner < 8; corner++) {
            Vec3 p = toVoxel.apply(
                    (corner & 1) == 0 ? LOW.x() : HIGH.x(),
                    (corner & 2) == 0 ? LOW.y() : HIGH.y(),
                    (corner & 4) == 0 ? LOW.z() : HIGH.z());
            double[] at = {p.x(), p.y(), p.z()};
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], at[axis]);
                high[axis] = Math.max(high[axis], at[axis]);
            }
        }
        int[] start = new int[3];
        int[] size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int last = grid.size(axis) - 1;
            start[axis] = (int) Math.max(0, Math.min(last, low[axis]));
            size[axis] = (int) Math.max(start[axis], Math.min(last, high[axis])) - start[axis] + 1;
        }
        return new HeadWindow(start[0], start[1], start[2], size[0], size[1], size[2]);
    }
}
