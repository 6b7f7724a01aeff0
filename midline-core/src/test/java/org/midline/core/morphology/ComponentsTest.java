package org.midline.core.morphology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.midline.core.Grids;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

class ComponentsTest {

    @Property(tries = 300)
    void agreesWithBreadthFirstSearchOnNoise(@ForAll long seed, @ForAll Connectivity connectivity) {
        var random = new Random(seed);
        Mask mask = Grids.noise(random, Grids.random(random, 8), random.nextDouble());

        Components components = Components.of(mask, connectivity);
        int[] expected = breadthFirstLabels(mask, connectivity);

        assertThat(firstVoxels(components.labels())).isEqualTo(firstVoxels(expected));
        assertThat(components.count()).isEqualTo(Arrays.stream(expected).max().orElse(0));
        for (int c = 1; c <= components.count(); c++) {
            assertThat(components.component(c).voxelCount())
                    .isEqualTo(components.sizes()[c - 1]);
            assertThat(c == 1 || components.sizes()[c - 2] >= components.sizes()[c - 1])
                    .isTrue();
        }
    }

    /** For every voxel the first voxel of its part: the same for any numbering of the same parts. */
    private static int[] firstVoxels(int[] labels) {
        var firstOfLabel = new int[labels.length + 1];
        Arrays.fill(firstOfLabel, -1);
        var first = new int[labels.length];
        for (int n = 0; n < labels.length; n++) {
            if (firstOfLabel[labels[n]] < 0) {
                firstOfLabel[labels[n]] = n;
            }
            first[n] = labels[n] == 0 ? -1 : firstOfLabel[labels[n]];
        }
        return first;
    }

    private static int[] breadthFirstLabels(Mask mask, Connectivity connectivity) {
        VoxelGrid grid = mask.grid();
        int maxSteps = switch (connectivity) {
            case FACES -> 1;
            case EDGES -> 2;
            case CORNERS -> 3;
        };
        var labels = new int[grid.voxelCount()];
        int label = 0;
        for (int n = 0; n < labels.length; n++) {
            if (!mask.inside()[n] || labels[n] != 0) {
                continue;
            }
            labels[n] = ++label;
            var pending = new ArrayDeque<Integer>();
            pending.add(n);
            while (!pending.isEmpty()) {
                int at = pending.remove();
                int i = at % grid.sizeI();
                int j = at / grid.sizeI() % grid.sizeJ();
                int k = at / grid.sizeI() / grid.sizeJ();
                for (int step = 0; step < 27; step++) {
                    int di = step % 3 - 1;
                    int dj = step / 3 % 3 - 1;
                    int dk = step / 9 - 1;
                    if (Math.abs(di) + Math.abs(dj) + Math.abs(dk) > maxSteps
                            || !grid.contains(i + di, j + dj, k + dk)) {
                        continue;
                    }
                    int next = grid.index(i + di, j + dj, k + dk);
                    if (mask.inside()[next] && labels[next] == 0) {
                        labels[next] = label;
                        pending.add(next);
                    }
                }
            }
        }
        return labels;
    }

    @Test
    void edgeAndCornerNeighboursAreJoinedOnlyByTheirConnectivity() {
        VoxelGrid grid = VoxelGrid.axisAligned(3, 3, 3, 1, 1, 1);
        Mask acrossEdge = Grids.where(grid, (i, j, k) -> i == 1 && j == k && j < 2);
        Mask acrossCorner = Grids.where(grid, (i, j, k) -> i == j && j == k && i < 2);

        assertThat(Components.of(acrossEdge, Connectivity.FACES).count()).isEqualTo(2);
        assertThat(Components.of(acrossEdge, Connectivity.EDGES).count()).isEqualTo(1);
        assertThat(Components.of(acrossCorner, Connectivity.EDGES).count()).isEqualTo(2);
        assertThat(Components.of(acrossCorner, Connectivity.CORNERS).count()).isEqualTo(1);
    }

    @Test
    void largestComesFirstAndEqualSizesInScanOrder() {
        Mask mask = Grids.slice("#..##", ".....", "#.###");
        Components components = Components.of(mask, Connectivity.CORNERS);

        assertThat(components.sizes()).containsExactly(3, 2, 1, 1);
        assertThat(components.labels()[0]).isEqualTo(3);
        assertThat(components.largest().inside())
                .isEqualTo(Grids.slice(".....", ".....", "..###").inside());
        assertThat(components.volumeMl(1)).isEqualTo(0.003);
    }

    @Test
    void anEmptyMaskHasNoComponentAndAnEmptyLargest() {
        Components components = Components.of(Grids.slice("...", "..."), Connectivity.FACES);

        assertThat(components.count()).isZero();
        assertThat(components.largest().isEmpty()).isTrue();
        assertThatThrownBy(() -> components.component(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
