package org.midline.core.resample;

import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

/**
 * Grids, volumes and masks with their axes permuted and flipped to run as a code says; every voxel keeps its value and
 * its place in the patient.
 *
 * <p>A code names where i, j and k go to: L(eft) or R(ight), P(osterior) or A(nterior), S(uperior) or I(nferior), one of
 * each pair; "LPS" has i to the patient's left, j to posterior, k to superior. An oblique axis counts as the patient
 * axis it is nearest to, all three taken together, so that every grid has a code.
 */
public final class Reorientation {
    private static final String POSITIVE = "LPS";
    private static final String NEGATIVE = "RAI";
    private static final int[][] PERMUTATIONS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    private final VoxelGrid to;
    private final int start;
    private final int[] strides;

    private Reorientation(VoxelGrid from, String code) {
        int[] patientAxisOfNew = patientAxes(code);
        int[] patientAxisOfOld = nearestPatientAxes(from);
        int[] oldStrides = {1, from.sizeI(), from.sizeI() * from.sizeJ()};
        var sizes = new int[3];
        var columns = new Vec3[3];
        var newStrides = new int[3];
        Vec3 first = from.voxelToPatientLps().translation();
        int firstIndex = 0;
        for (int axis = 0; axis < 3; axis++) {
            int old = indexOf(patientAxisOfOld, patientAxisOfNew[axis]);
            Vec3 column = from.voxelToPatientLps().column(old);
            sizes[axis] = from.size(old);
            boolean wantsPositive = POSITIVE.indexOf(code.charAt(axis)) >= 0;
            boolean isPositive = column.component(patientAxisOfNew[axis]) >= 0;
            if (wantsPositive == isPositive) {
                columns[axis] = column;
                newStrides[axis] = oldStrides[old];
            } else {
                columns[axis] = column.times(-1);
                newStrides[axis] = -oldStrides[old];
                first = first.plus(column.times(sizes[axis] - 1));
                firstIndex += (sizes[axis] - 1) * oldStrides[old];
            }
        }
        this.to = new VoxelGrid(sizes[0], sizes[1], sizes[2], new Affine(columns[0], columns[1], columns[2], first));
        this.start = firstIndex;
        this.strides = newStrides;
    }

    /** The code of a grid as it is. */
    public static String code(VoxelGrid grid) {
        int[] patientAxis = nearestPatientAxes(grid);
        var code = new StringBuilder();
        for (int axis = 0; axis < 3; axis++) {
            boolean positive = grid.voxelToPatientLps().column(axis).component(patientAxis[axis]) >= 0;
            code.append((positive ? POSITIVE : NEGATIVE).charAt(patientAxis[axis]));
        }
        return code.toString();
    }

    /**
     * The grid with the same voxels along the axes of the code.
     *
     * @throws IllegalArgumentException if the code does not name each patient axis once
     */
    public static VoxelGrid reorient(VoxelGrid grid, String code) {
        return new Reorientation(grid, code).to;
    }

    /** As {@link #reorient(VoxelGrid, String)}, with the values. */
    public static Volume reorient(Volume volume, String code) {
        var reorientation = new Reorientation(volume.grid(), code);
        float[] values = volume.values();
        var moved = new float[values.length];
        reorientation.forEachRow((row, old, stride, length) -> {
            for (int i = 0, n = old; i < length; i++, n += stride) {
                moved[row + i] = values[n];
            }
        });
        return new Volume(reorientation.to, moved);
    }

    /** As {@link #reorient(VoxelGrid, String)}, with the voxels of the mask. */
    public static Mask reorient(Mask mask, String code) {
        var reorientation = new Reorientation(mask.grid(), code);
        boolean[] inside = mask.inside();
        var moved = new boolean[inside.length];
        reorientation.forEachRow((row, old, stride, length) -> {
            for (int i = 0, n = old; i < length; i++, n += stride) {
                moved[row + i] = inside[n];
            }
        });
        return new Mask(reorientation.to, moved);
    }

    @FunctionalInterface
    private interface Row {
        /** A row of the new grid from flat index {@code row} takes the old one's voxels from {@code old} on. */
        void accept(int row, int old, int stride, int length);
    }

    private void forEachRow(Row action) {
        for (int k = 0; k < to.sizeK(); k++) {
            for (int j = 0; j < to.sizeJ(); j++) {
                action.accept(to.index(0, j, k), start + j * strides[1] + k * strides[2], strides[0], to.sizeI());
            }
        }
    }

    /** For each axis of the grid the patient axis (0, 1, 2 for x, y, z) it runs along, by the largest sum of cosines. */
    private static int[] nearestPatientAxes(VoxelGrid grid) {
        int[] best = PERMUTATIONS[0];
        double bestSum = -1;
        for (int[] permutation : PERMUTATIONS) {
            double sum = 0;
            for (int axis = 0; axis < 3; axis++) {
                Vec3 direction = grid.voxelToPatientLps().column(axis).unit();
                sum += Math.abs(direction.component(permutation[axis]));
            }
            if (sum > bestSum + 1e-9) {
                best = permutation;
                bestSum = sum;
            }
        }
        return best;
    }

    private static int[] patientAxes(String code) {
        var axes = new int[3];
        int seen = 0;
        for (int axis = 0; axis < 3 && code.length() == 3; axis++) {
            char letter = code.charAt(axis);
            axes[axis] = Math.max(POSITIVE.indexOf(letter), NEGATIVE.indexOf(letter));
            seen |= axes[axis] < 0 ? 0 : 1 << axes[axis];
        }
        if (seen != 7) {
            throw new IllegalArgumentException("Orientation '" + code
                    + "': expected three letters, one of each of L or R, P or A, S or I, such as LPS");
        }
        return axes;
    }

    private static int indexOf(int[] values, int value) {
        int at = 0;
        while (values[at] != value) {
            at++;
        }
        return at;
    }
}
