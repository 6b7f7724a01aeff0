package org.midline.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.evaluation.CaseEvaluation;

/**
 * Prints how long the usual measures of a pair of masks of 512 x 512 x 200 voxels take, and the heap they need: two balls
 * the size of a tumour, of a head, and two that fill the image.
 */
public final class MeasureSpeed {
    private static final VoxelGrid GRID = VoxelGrid.axisAligned(512, 512, 200, 0.5, 0.5, 1.25);
    private static final int REPEATS = 3;

    private MeasureSpeed() {}

    public static void main(String[] arguments) {
        System.out.printf("%-22s %10s %16s%n", "radius of the balls", "seconds", "peak heap (MB)");
        for (double radiusMm : new double[] {20, 70, 125}) {
            Mask truth = ball(radiusMm, 0);
            Mask proposal = ball(radiusMm, 4);
            double best = Double.POSITIVE_INFINITY;
            long peak = 0;
            for (int n = 0; n < REPEATS; n++) {
                System.gc();
                ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
                long start = System.nanoTime();
                CaseEvaluation.of("ball", Sequence.T2, truth, proposal);
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
                peak = Math.max(peak, peakHeapBytes());
            }
            System.out.printf(Locale.ROOT, "%19.0f mm %10.2f %16d%n", radiusMm, best, peak >> 20);
        }
    }

    private static long peakHeapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static Mask ball(double radiusMm, double shiftMm) {
        Vec3 centre = GRID.centreLps().plus(new Vec3(shiftMm, 0, 0));
        var inside = new boolean[GRID.voxelCount()];
        for (int k = 0; k < GRID.sizeK(); k++) {
            for (int j = 0; j < GRID.sizeJ(); j++) {
                for (int i = 0; i < GRID.sizeI(); i++) {
                    inside[GRID.index(i, j, k)] =
                            GRID.patientLps(i, j, k).minus(centre).length() < radiusMm;
                }
            }
        }
        return new Mask(GRID, inside);
    }
}
