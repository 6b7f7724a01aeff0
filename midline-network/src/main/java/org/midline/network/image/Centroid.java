package org.midline.network.image;

import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;

/** The middle of what lies in any of some masks. */
public final class Centroid {
    private Centroid() {}

    /** In mm; the middle of the grid if all masks are empty. The masks must be on the grid. */
    public static Vec3 lps(VoxelGrid grid, Mask... masks) {
        double sumI = 0;
        double sumJ = 0;
        double sumK = 0;
        long count = 0;
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (inAny(masks, n)) {
                        sumI += i;
                        sumJ += j;
                        sumK += k;
                        count++;
                    }
                }
            }
        }
        return count == 0 ? grid.centreLps() : grid.patientLps(sumI / count, sumJ / count, sumK / count);
    }

    private static boolean inAny(Mask[] masks, int n) {
        for (Mask mask : masks) {
            if (mask.inside()[n]) {
                return true;
            }
        }
        return false;
    }
}
