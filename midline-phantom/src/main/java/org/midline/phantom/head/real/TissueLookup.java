package org.midline.phantom.head.real;

import org.midline.core.VoxelGrid;

/** The tissue between the voxels of an anatomy. One thread per instance. */
final class TissueLookup {
    private final Anatomy anatomy;
    private final byte[] codes;
    private final byte[] tissueOfCode;
    private final int sizeI;
    private final int sizeJ;
    private final int sizeK;
    private final int[] corners;
    private final byte[] around = new byte[8];
    private final double[] weights = new double[8];

    TissueLookup(Anatomy anatomy, byte[] tissueOfCode) {
        this.anatomy = anatomy;
        this.tissueOfCode = tissueOfCode;
        codes = anatomy.codes();
        VoxelGrid grid = anatomy.grid();
        sizeI = grid.sizeI();
        sizeJ = grid.sizeJ();
        sizeK = grid.sizeK();
        int up = sizeI * sizeJ;
        corners = new int[] {0, 1, sizeI, sizeI + 1, up, up + 1, up + sizeI, up + sizeI + 1};
    }

    /** Continuous voxel indices; air beyond the grid. */
    byte at(double x, double y, double z) {
        if (!(x >= 0 && y >= 0 && z >= 0 && x < sizeI - 1 && y < sizeJ - 1 && z < sizeK - 1)) {
            return 0;
        }
        int i = (int) x;
        int j = (int) y;
        int k = (int) z;
        if (!anatomy.mayHoldTissue(i, j, k)) {
            return 0;
        }
        int n = i + sizeI * (j + sizeJ * k);
        byte first = tissue(n);
        boolean alike = true;
        around[0] = first;
        for (int corner = 1; corner < 8; corner++) {
            around[corner] = tissue(n + corners[corner]);
            alike &= around[corner] == first;
        }
        return alike ? first : heaviest(x - i, y - j, z - k);
    }

    /** Whether the nearest voxel lies inside the skull. */
    boolean isInside(double x, double y, double z) {
        int i = (int) (x + 0.5);
        int j = (int) (y + 0.5);
        int k = (int) (z + 0.5);
        return x >= 0
                && y >= 0
                && z >= 0
                && i < sizeI
                && j < sizeJ
                && k < sizeK
                && Anatomy.isInside(codes[i + sizeI * (j + sizeJ * k)]);
    }

    private byte tissue(int n) {
        return tissueOfCode[codes[n] & 0xff];
    }

    private byte heaviest(double u, double v, double w) {
        for (int corner = 0; corner < 8; corner++) {
            double weight =
                    ((corner & 1) == 0 ? 1 - u : u) * ((corner & 2) == 0 ? 1 - v : v) * ((corner & 4) == 0 ? 1 - w : w);
            int same = 0;
            while (around[same] != around[corner]) {
                same++;
            }
            weights[corner] = 0;
            weights[same] += weight;
        }
        int heaviest = 0;
        for (int corner = 1; corner < 8; corner++) {
            heaviest = weights[corner] > weights[heaviest] ? corner : heaviest;
        }
        return around[heaviest];
    }
}
