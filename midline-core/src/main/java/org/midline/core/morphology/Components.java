package org.midline.core.morphology;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/**
 * The connected parts of a mask, numbered from 1, the largest first; parts of equal size in the order of their first
 * voxel.
 */
public final class Components {
    private final VoxelGrid grid;
    private final int[] labels;
    private final int[] sizes;

    private Components(VoxelGrid grid, int[] labels, int[] sizes) {
        this.grid = grid;
        this.labels = labels;
        this.sizes = sizes;
    }

    public static Components of(Mask mask, Connectivity connectivity) {
        VoxelGrid grid = mask.grid();
        var runs = new RunUnion(mask);
        runs.join(connectivity);
        int[] partOfRun = runs.parts();
        int parts = runs.partCount();

        var found = new int[parts];
        for (int run = 0; run < runs.count(); run++) {
            found[partOfRun[run]] += runs.length(run);
        }
        int[] bySize = IntStream.range(0, parts)
                .boxed()
                .sorted((a, b) -> Integer.compare(found[b], found[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        var labelOfPart = new int[parts];
        var sizes = new int[parts];
        for (int rank = 0; rank < parts; rank++) {
            labelOfPart[bySize[rank]] = rank + 1;
            sizes[rank] = found[bySize[rank]];
        }

        var labels = new int[grid.voxelCount()];
        for (int run = 0; run < runs.count(); run++) {
            int first = runs.first(run);
            Arrays.fill(labels, first, first + runs.length(run), labelOfPart[partOfRun[run]]);
        }
        return new Components(grid, labels, sizes);
    }

    /** How many parts there are; 0 for an empty mask. */
    public int count() {
        return sizes.length;
    }

    /** Number of voxels of each part, largest first: element 0 is that of component 1. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** Component of every voxel, i fastest; 0 outside the mask. The backing array, read only by convention. */
    public int[] labels() {
        return labels;
    }

    public double volumeMl(int component) {
        checkExists(component);
        return sizes[component - 1] * grid.voxelVolumeMm3() / 1000;
    }

    /**
     * The voxels of one component, numbered from 1.
     *
     * @throws IndexOutOfBoundsException if there is no such component
     */
    public Mask component(int component) {
        checkExists(component);
        var inside = new boolean[labels.length];
        for (int n = 0; n < labels.length; n++) {
            inside[n] = labels[n] == component;
        }
        return new Mask(grid, inside);
    }

    /** The largest component; an empty mask if there is none. */
    public Mask largest() {
        return count() == 0 ? Mask.empty(grid) : component(1);
    }

    private void checkExists(int component) {
        if (component < 1 || component > count()) {
            throw new IndexOutOfBoundsException("Component %d: expected 1 to %d".formatted(component, count()));
        }
    }
}
