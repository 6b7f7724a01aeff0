package org.midline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VolumeMaskTest {
    private static final VoxelGrid GRID = VoxelGrid.axisAligned(2, 2, 2, 0.5, 2, 5);

    @Test
    void valuesAreFoundByTheirIndices() {
        var volume = new Volume(GRID, new float[] {0, 1, 2, 3, 4, 5, 6, 7});

        assertThat(volume.at(1, 0, 0)).isEqualTo(1);
        assertThat(volume.at(0, 1, 0)).isEqualTo(2);
        assertThat(volume.at(1, 0, 1)).isEqualTo(5);
    }

    @Test
    void aboveIsStrictAndLeavesNotANumberOut() {
        Mask mask = Mask.above(new Volume(GRID, new float[] {0.5f, 0.6f, Float.NaN, -1, 0, 1, 0.4f, 9}), 0.5f);

        assertThat(mask.inside()).containsExactly(false, true, false, false, false, true, false, true);
        assertThat(mask.voxelCount()).isEqualTo(3);
        assertThat(mask.volumeMl()).isCloseTo(0.015, within(1e-12));
        assertThat(mask.at(1, 0, 1)).isTrue();
        assertThat(mask.isEmpty()).isFalse();
        assertThat(Mask.empty(GRID).isEmpty()).isTrue();
    }

    @Test
    void arraysThatDoNotFitTheGridAreRefused() {
        assertThatThrownBy(() -> new Volume(GRID, new float[7]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7 values for a grid of 2 x 2 x 2");
        assertThatThrownBy(() -> new Mask(GRID, new boolean[9])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStudyHasItsVolumesInTheOrderOfTheSequencesAndAtLeastOne() {
        var volume = new Volume(GRID, new float[8]);
        var given = new EnumMap<>(Map.of(Sequence.FLAIR, volume, Sequence.T1C, volume));
        var study = new Study("P1", given);
        given.clear();

        assertThat(study.volumes().keySet()).containsExactly(Sequence.T1C, Sequence.FLAIR);
        assertThatThrownBy(() -> new Study("P1", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sequencesAreKnownByTheirKeys() {
        for (Sequence sequence : Sequence.values()) {
            assertThat(Sequence.ofKey(sequence.key())).isEqualTo(sequence);
        }
        assertThat(Sequence.ofKey("FLAIR").title()).isEqualTo("T2-FLAIR");
        assertThatThrownBy(() -> Sequence.ofKey("t1")).hasMessageContaining("expected t1c, t2 or flair");
    }

    @Test
    void theCentroidIsTheMeanOfTheVoxelsInsideInMm() {
        var grid = new VoxelGrid(
                4, 3, 2, new Affine(new Vec3(0, 2, 0), new Vec3(-1, 0, 0), new Vec3(0, 0, 5), new Vec3(10, 20, 30)));
        var inside = new boolean[grid.voxelCount()];
        inside[grid.index(0, 0, 0)] = true;
        inside[grid.index(3, 2, 1)] = true;
        inside[grid.index(3, 1, 1)] = true;
        Vec3 centroid = new Mask(grid, inside).centroidLps();
        assertThat(centroid.minus(new Vec3(10 - 1, 20 + 4, 30 + 10.0 / 3)).length())
                .isLessThan(1e-9);
        assertThatThrownBy(() -> Mask.empty(grid).centroidLps()).isInstanceOf(IllegalStateException.class);
    }
}
