package org.midline.phantom.head.real;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/**
 * The long axis of the brainstem within the midsagittal plane, and where pons and medulla begin along it.
 *
 * <p>Seen from the side the pons bulges forwards. Where the bulge begins and ends in the midline are the inferior and
 * the superior pontine notch, and parallel planes through these part medulla, pons and midbrain, as in Oba et al., New
 * and reliable MRI diagnosis for progressive supranuclear palsy, Neurology 2005;64:2050-2055; here the planes are
 * perpendicular to the axis.
 */
final class BrainstemAxis {
    /** Only this far to either side the surface's profile is taken. */
    private static final double MIDLINE_MM = 4;
    /** Shares of the volume below the boundaries, beyond which no profile is believed. */
    private static final double[] MEDULLA_SHARE = {0.13, 0.32};

    private static final double[] TO_PONS_TOP_SHARE = {0.76, 0.92};

    private final Vec3 centre;
    private final Vec3 left;
    private final Vec3 up;
    private final Vec3 back;
    /** Along the axis in steps of 1 mm from {@link #lowest}. */
    private final double[] frontMm;

    private final double[] backMm;
    private final int lowest;
    private final double ponsBottomMm;
    private final double ponsTopMm;
    private final double topMm;

    BrainstemAxis(LabelVolume volume, Midsagittal plane) {
        List<Vec3> points = points(volume);
        Vec3 sum = new Vec3(0, 0, 0);
        for (Vec3 p : points) {
            sum = sum.plus(p);
        }
        Vec3 mean = sum.times(1.0 / points.size());
        left = plane.left();
        centre = mean.plus(left.times(plane.origin().minus(mean).dot(left)));
        up = axis(points, plane);
        back = up.cross(left);

        var heights = new double[points.size()];
        for (int n = 0; n < heights.length; n++) {
            heights[n] = points.get(n).minus(centre).dot(up);
        }
        lowest = (int) Math.floor(Arrays.stream(heights).min().orElseThrow());
        int count = (int) Math.floor(Arrays.stream(heights).max().orElseThrow()) - lowest + 1;
        frontMm = smoothed(edge(points, count, 0.02));
        backMm = smoothed(edge(points, count, 0.98));
        Arrays.sort(heights);
        topMm = heights[(int) (0.985 * heights.length)];
        double[] borders = borders(heights);
        ponsBottomMm = borders[0];
        ponsTopMm = borders[1];
    }

    private static List<Vec3> points(LabelVolume volume) {
        var points = new ArrayList<Vec3>();
        VoxelGrid grid = volume.grid();
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (volume.labels()[n] == LabelTable.BRAINSTEM) {
                        points.add(grid.patientLps(i, j, k));
                    }
                }
            }
        }
        return points;
    }

    /** The direction of the largest spread within the plane. */
    private Vec3 axis(List<Vec3> points, Midsagittal plane) {
        double vv = 0;
        double vw = 0;
        double ww = 0;
        for (Vec3 p : points) {
            Vec3 d = p.minus(centre);
            double v = d.dot(plane.posterior());
            double w = d.dot(plane.superior());
            vv += v * v;
            vw += v * w;
            ww += w * w;
        }
        double angle = 0.5 * Math.atan2(2 * vw, vv - ww);
        Vec3 direction =
                plane.posterior().times(Math.cos(angle)).plus(plane.superior().times(Math.sin(angle)));
        return direction.dot(plane.superior()) < 0 ? direction.times(-1) : direction;
    }

    /** How far forwards or backwards the midline reaches at each height, as a quantile, NaN-free. */
    private double[] edge(List<Vec3> points, int count, double quantile) {
        List<List<Double>> bins = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            bins.add(new ArrayList<>());
        }
        for (Vec3 p : points) {
            Vec3 d = p.minus(centre);
            if (Math.abs(d.dot(left)) < MIDLINE_MM) {
                bins.get((int) Math.floor(d.dot(up)) - lowest).add(d.dot(back));
            }
        }
        var result = new double[count];
        double last = 0;
        for (int n = 0; n < count; n++) {
            List<Double> bin = bins.get(n);
            bin.sort(null);
            last = bin.isEmpty() ? last : bin.get((int) (quantile * (bin.size() - 1)));
            result[n] = last;
        }
        return result;
    }

    private static double[] smoothed(double[] values) {
        var result = new double[values.length];
        for (int n = 0; n < values.length; n++) {
            double before = values[Math.max(0, n - 1)];
            double after = values[Math.min(values.length - 1, n + 1)];
            result[n] = 0.25 * before + 0.5 * values[n] + 0.25 * after;
        }
        return result;
    }

    private double[] borders(double[] heights) {
        int most = 0;
        for (int n = 0; n < frontMm.length; n++) {
            most = frontMm[n] < frontMm[most] ? n : most;
        }
        double pons = frontMm[most];
        double medulla = meanFront(quantile(heights, 0.08), quantile(heights, 0.16));
        int bottom = most;
        while (bottom > 0 && frontMm[bottom] < pons + 0.7 * (medulla - pons)) {
            bottom--;
        }
        double midbrain = meanFront(topMm - 4, topMm);
        int top = most;
        while (top < frontMm.length - 1 && frontMm[top] < pons + 0.5 * (midbrain - pons)) {
            top++;
        }
        return new double[] {
            within(lowest + bottom + 1, heights, MEDULLA_SHARE), within(lowest + top, heights, TO_PONS_TOP_SHARE)
        };
    }

    private double meanFront(double fromMm, double toMm) {
        int first = bin(fromMm);
        int last = bin(toMm);
        double sum = 0;
        for (int n = first; n <= last; n++) {
            sum += frontMm[n];
        }
        return sum / (last - first + 1);
    }

    private static double within(double heightMm, double[] heights, double[] shares) {
        return Math.max(quantile(heights, shares[0]), Math.min(quantile(heights, shares[1]), heightMm));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private int bin(double heightMm) {
        return Math.max(0, Math.min(frontMm.length - 1, (int) Math.floor(heightMm) - lowest));
    }

    Vec3 centre() {
        return centre;
    }

    Vec3 left() {
        return left;
    }

    /** Along the axis, upwards. */
    Vec3 up() {
        return up;
    }

    /** Backwards, at right angles to the axis. */
    Vec3 back() {
        return back;
    }

    /** Where the medulla ends, in mm along the axis from the centre. */
    double ponsBottomMm() {
        return ponsBottomMm;
    }

    /** Where the midbrain begins. */
    double ponsTopMm() {
        return ponsTopMm;
    }

    /** The upper end of the brainstem as labelled. */
    double topMm() {
        return topMm;
    }

    /** Where the front surface is in the midline, in mm behind the axis. */
    double frontMm(double heightMm) {
        return frontMm[bin(heightMm)];
    }

    double backMm(double heightMm) {
        return backMm[bin(heightMm)];
    }
}
