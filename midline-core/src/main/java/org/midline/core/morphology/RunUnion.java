package org.midline.core.morphology;

import java.util.Arrays;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/** The runs of inside voxels along i, in scan order, joined into connected parts by union-find. */
final class RunUnion {
    private final VoxelGrid grid;
    private final int[] runsBeforeRow;
    private int[] start = new int[256];
    private int[] end = new int[256];
    private int[] parent;
    private int count;
    private int partCount;

    RunUnion(Mask mask) {
        grid = mask.grid();
        boolean[] inside = mask.inside();
        int rows = grid.sizeJ() * grid.sizeK();
        runsBeforeRow = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            int rowEnd = (row + 1) * grid.sizeI();
            int n = row * grid.sizeI();
            while (n < rowEnd) {
                if (!inside[n]) {
                    n++;
                    continue;
                }
                int first = n;
                while (n < rowEnd && inside[n]) {
                    n++;
                }
                add(first, n);
            }
            runsBeforeRow[row + 1] = count;
        }
        parent = new int[count];
        Arrays.setAll(parent, run -> run);
    }

    private void add(int first, int afterLast) {
        if (count == start.length) {
            start = Arrays.copyOf(start, 2 * count);
            end = Arrays.copyOf(end, 2 * count);
        }
        start[count] = first;
        end[count] = afterLast;
        count++;
    }

    int count() {
        return count;
    }

    int partCount() {
        return partCount;
    }

    /** Flat index of the run's first voxel. */
    int first(int run) {
        return start[run];
    }

    int length(int run) {
        return end[run] - start[run];
    }

    void join(Connectivity connectivity) {
        int besides = connectivity == Connectivity.FACES ? 0 : 1;
        int diagonalBesides = connectivity == Connectivity.CORNERS ? 1 : 0;
        boolean diagonalRows = connectivity != Connectivity.FACES;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                joinRows(j, k, -1, 0, besides);
                joinRows(j, k, 0, -1, besides);
                if (diagonalRows) {
                    joinRows(j, k, -1, -1, diagonalBesides);
                    joinRows(j, k, 1, -1, diagonalBesides);
                }
            }
        }
    }

    /** Joins the runs of row (j, k) to those of a neighbouring row that come within {@code besides} voxels along i. */
    private void joinRows(int j, int k, int stepJ, int stepK, int besides) {
        if (j + stepJ < 0 || j + stepJ >= grid.sizeJ() || k + stepK < 0) {
            return;
        }
        int row = j + grid.sizeJ() * k;
        int other = row + stepJ + grid.sizeJ() * stepK;
        int shift = (row - other) * grid.sizeI();
        int a = runsBeforeRow[row];
        int b = runsBeforeRow[other];
        while (a < runsBeforeRow[row + 1] && b < runsBeforeRow[other + 1]) {
            int startB = start[b] + shift;
            int endB = end[b] + shift;
            if (start[a] < endB + besides && startB < end[a] + besides) {
                union(a, b);
            }
            if (end[a] < endB) {
                a++;
            } else {
                b++;
            }
        }
    }

    private void union(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        if (rootA < rootB) {
            parent[rootB] = rootA;
        } else {
            parent[rootA] = rootB;
        }
    }

    private int root(int run) {
        int current = run;
        while (parent[current] != current) {
            parent[current] = parent[parent[current]];
            current = parent[current];
        }
        return current;
    }

    /** Part of every run, numbered from 0 in the order of the parts' first voxels. */
    int[] parts() {
        var part = new int[count];
        partCount = 0;
        for (int run = 0; run < count; run++) {
            int root = root(run);
            part[run] = root == run ? partCount++ : part[root];
        }
        return part;
    }
}
