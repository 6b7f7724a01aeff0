package org.midline.evaluation;

import java.util.Arrays;

/**
 * The distances from the elements of one surface to another surface, in order of distance, each with its element's
 * area.
 */
final class DirectedDistance {
    private static final long CODE_BITS = CellSurface.ALL_INSIDE;

    private final double[] distancesMm;
    private final double[] areasMm2;

    private DirectedDistance(double[] distancesMm, double[] areasMm2) {
        this.distancesMm = distancesMm;
        this.areasMm2 = areasMm2;
    }

    /**
     * @param from the surface whose elements are weighed
     * @param squaredMm squared distance to the other surface at every corner
     * @param areaOfCodeMm2 by code
     */
    static DirectedDistance of(CornerGrid from, double[] squaredMm, double[] areaOfCodeMm2) {
        int count = 0;
        for (int corner = 0; corner < squaredMm.length; corner++) {
            if (from.onSurface(corner)) {
                count++;
            }
        }
        var elements = new long[count];
        int next = 0;
        for (int corner = 0; corner < squaredMm.length; corner++) {
            if (from.onSurface(corner)) {
                // The code takes the place of the last eight of 52 bits: rounding by 6e-14.
                elements[next++] = (Double.doubleToLongBits(squaredMm[corner]) & ~CODE_BITS) | from.code(corner);
            }
        }
        Arrays.parallelSort(elements);
        var distancesMm = new double[count];
        var areasMm2 = new double[count];
        for (int n = 0; n < count; n++) {
            distancesMm[n] = Math.sqrt(Double.longBitsToDouble(elements[n] & ~CODE_BITS));
            areasMm2[n] = areaOfCodeMm2[(int) (elements[n] & CODE_BITS)];
        }
        return new DirectedDistance(distancesMm, areasMm2);
    }

    double totalAreaMm2() {
        return sum(areasMm2.length);
    }

    double areaWithinMm2(double toleranceMm) {
        int count = 0;
        while (count < distancesMm.length && distancesMm[count] <= toleranceMm) {
            count++;
        }
        return sum(count);
    }

    double meanMm() {
        double weighted = 0;
        for (int n = 0; n < distancesMm.length; n++) {
            weighted += distancesMm[n] * areasMm2[n];
        }
        return weighted / totalAreaMm2();
    }

    /** The first distance at which the cumulative area reaches the fraction of the whole. */
    double quantileMm(double fraction) {
        double total = totalAreaMm2();
        double cumulative = 0;
        for (int n = 0; n < distancesMm.length; n++) {
            cumulative += areasMm2[n];
            if (cumulative / total >= fraction) {
                return distancesMm[n];
            }
        }
        return maximumMm();
    }

    double maximumMm() {
        return distancesMm[distancesMm.length - 1];
    }

    private double sum(int count) {
        double sum = 0;
        for (int n = 0; n < count; n++) {
            sum += areasMm2[n];
        }
        return sum;
    }
}
