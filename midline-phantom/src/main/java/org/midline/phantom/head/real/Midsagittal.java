package org.midline.phantom.head.real;

import java.util.HashMap;
import java.util.Map;
import org.midline.core.InputRefusedException;
import org.midline.core.Vec3;
import org.midline.phantom.head.Tissue;

/**
 * The plane that parts left from right, fitted to the centres of the labels that come in pairs, and the directions
 * within it.
 *
 * @param left unit normal, towards the patient's left
 * @param posterior unit, within the plane
 * @param superior unit, within the plane
 * @param origin midway between the thalami, in the plane; patient LPS mm of the label map, as are the others
 * @param widthMm of the cerebrum, along the normal
 * @param lengthMm of the cerebrum, from front to back
 */
record Midsagittal(Vec3 left, Vec3 posterior, Vec3 superior, Vec3 origin, double widthMm, double lengthMm) {
    private static final int FEWEST_PAIRS = 4;

    static Midsagittal fit(LabelVolume volume) {
        Map<Integer, double[]> sums = sums(volume);
        var across = new Vec3(0, 0, 0);
        int found = 0;
        for (LabelTable.Pair pair : LabelTable.builtIn().pairs()) {
            if (sums.containsKey(pair.left()) && sums.containsKey(pair.right())) {
                across = across.plus(centre(sums.get(pair.left())).minus(centre(sums.get(pair.right()))));
                found++;
            }
        }
        if (found < FEWEST_PAIRS || !(across.length() > 0) || across.unit().x() < 0.5) {
            throw new InputRefusedException(
                    ("%d structures are labelled on both sides, the left ones lie towards %s of the right ones (patient LPS);"
                                    + " expected at least %d, to the patient's left")
                            .formatted(found, across, FEWEST_PAIRS));
        }
        Vec3 left = across.unit();
        double offset = 0;
        for (LabelTable.Pair pair : LabelTable.builtIn().pairs()) {
            if (sums.containsKey(pair.left()) && sums.containsKey(pair.right())) {
                Vec3 middle = centre(sums.get(pair.left()))
                        .plus(centre(sums.get(pair.right())))
                        .times(0.5);
                offset += middle.dot(left) / found;
            }
        }
        Vec3 posterior = new Vec3(0, 0, 1).cross(left).unit();
        Vec3 thalami = thalami(sums);
        Vec3 origin = thalami.plus(left.times(offset - thalami.dot(left)));
        double[] extent = cerebrum(volume, left, posterior);
        return new Midsagittal(left, posterior, left.cross(posterior), origin, extent[0], extent[1]);
    }

    private static Map<Integer, double[]> sums(LabelVolume volume) {
        var sums = new HashMap<Integer, double[]>();
        var grid = volume.grid();
        int n = 0;
        double[] sum = null;
        int last = -1;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    int label = volume.labels()[n];
                    if (label != last) {
                        sum = sums.computeIfAbsent(label, unseen -> new double[4]);
                        last = label;
                    }
                    Vec3 p = grid.patientLps(i, j, k);
                    sum[0] += p.x();
                    sum[1] += p.y();
                    sum[2] += p.z();
                    sum[3]++;
                }
            }
        }
        return sums;
    }

    private static Vec3 centre(double[] sum) {
        return new Vec3(sum[0], sum[1], sum[2]).times(1 / sum[3]);
    }

    private static Vec3 thalami(Map<Integer, double[]> sums) {
        double[] leftThalamus = sums.containsKey(10) ? sums.get(10) : sums.get(9);
        double[] rightThalamus = sums.containsKey(49) ? sums.get(49) : sums.get(48);
        return centre(leftThalamus).plus(centre(rightThalamus)).times(0.5);
    }

    private static double[] cerebrum(LabelVolume volume, Vec3 left, Vec3 posterior) {
        double[] low = {1e9, 1e9};
        double[] high = {-1e9, -1e9};
        var grid = volume.grid();
        byte cortex = Tissue.CORTEX.label();
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (volume.labels()[n] != 0 && LabelTable.builtIn().tissue(volume.labels()[n]) == cortex) {
                        Vec3 p = grid.patientLps(i, j, k);
                        double[] at = {p.dot(left), p.dot(posterior)};
                        for (int axis = 0; axis < 2; axis++) {
                            low[axis] = Math.min(low[axis], at[axis]);
                            high[axis] = Math.max(high[axis], at[axis]);
                        }
                    }
                }
            }
        }
        return new double[] {high[0] - low[0], high[1] - low[1]};
    }
}
