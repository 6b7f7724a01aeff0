package org.midline.phantom.scanner;

import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.Tissue;

/** How much of each voxel of a protocol some tissues fill; only the box around them is looked at. */
final class TissueShare {
    private final VoxelGrid fine;
    private final int[] low = new int[3];
    private final int[] size = new int[3];
    private final float[] field;

    /** @param wanted by {@link Tissue#index()} */
    private TissueShare(HeadMap head, boolean[] wanted) {
        fine = head.grid();
        byte[] tissues = head.tissues();
        box(tissues, wanted);
        field = new float[size[0] * size[1] * size[2]];
        int n = 0;
        for (int k = low[2]; k < low[2] + size[2]; k++) {
            for (int j = low[1]; j < low[1] + size[1]; j++) {
                for (int i = low[0]; i < low[0] + size[0]; i++) {
                    field[n++] = wanted[tissues[fine.index(i, j, k)]] ? 1 : 0;
                }
            }
        }
    }

    static TissueShare of(HeadMap head, Tissue... tissues) {
        var wanted = new boolean[Tissue.values().length];
        for (Tissue tissue : tissues) {
            wanted[tissue.index()] = true;
        }
        return new TissueShare(head, wanted);
    }

    /** Shares from 0 to 1 on the protocol's grid. */
    float[] sample(Protocol protocol) {
        var sampler = new SliceSampler(
                protocol.grid(), protocol.sliceThicknessMm(), fine, low[0], low[1], low[2], size[0], size[1], size[2]);
        return sampler.sample(field);
    }

    /** The smallest box around the tissues, one voxel larger all around; two voxels wide where there are none. */
    private void box(byte[] tissues, boolean[] wanted) {
        int[] first = {fine.sizeI() - 1, fine.sizeJ() - 1, fine.sizeK() - 1};
        int[] last = new int[3];
        int n = 0;
        for (int k = 0; k < fine.sizeK(); k++) {
            for (int j = 0; j < fine.sizeJ(); j++) {
                for (int i = 0; i < fine.sizeI(); i++, n++) {
                    if (wanted[tissues[n]]) {
                        int[] ijk = {i, j, k};
                        for (int axis = 0; axis < 3; axis++) {
                            first[axis] = Math.min(first[axis], ijk[axis]);
                            last[axis] = Math.max(last[axis], ijk[axis]);
                        }
                    }
                }
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = Math.max(0, first[axis] - 1);
            size[axis] = Math.max(2, Math.min(fine.size(axis) - 1, last[axis] + 1) - low[axis] + 1);
            low[axis] = Math.min(low[axis], fine.size(axis) - size[axis]);
        }
    }
}
