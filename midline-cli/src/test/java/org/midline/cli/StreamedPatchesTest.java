package org.midline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Sequence;
import org.midline.network.data.Patch;
import org.midline.network.data.Task;
import org.midline.network.image.WorkingGrid;

class StreamedPatchesTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void make() {
        var run = CommandRun.of("phantom", "anatomies", "--patients", 1, "--seed", 900_001, "--out", folder);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).startsWith("1 anatomies in ");
    }

    @Test
    void aPositionAlwaysGivesTheSamePatch() {
        StreamedPatches one = StreamedPatches.read(folder, Task.SEGMENTER, Optional.of(Sequence.T2), 3);
        StreamedPatches other = StreamedPatches.read(folder, Task.SEGMENTER, Optional.of(Sequence.T2), 3);
        assertThat(other.at(8).image()).isEqualTo(one.at(8).image());
        assertThat(other.at(8).truth()).isEqualTo(one.at(8).truth());
        assertThat(one.at(8).image()).isNotEqualTo(one.at(9).image());
        assertThat(other.description()).isEqualTo(one.description()).contains("1 synthetic anatomies");
        assertThat(one.at(0).caseId()).endsWith("/t2");
    }

    @Test
    void patchesAreWhatANetworkExpects() {
        WorkingGrid region = WorkingGrid.region();
        for (int n = 0; n < 4; n++) {
            Patch patch = StreamedPatches.read(folder, Task.SEGMENTER, Optional.of(Sequence.FLAIR), 3)
                    .at(n);
            assertThat(patch.image()).hasSize(region.voxelCount());
            assertThat(patch.truth()).hasSize(region.voxelCount());
            double sum = 0;
            double squares = 0;
            for (float value : patch.image()) {
                sum += value;
                squares += (double) value * value;
            }
            assertThat(sum / region.voxelCount()).isCloseTo(0, within(1e-2));
            assertThat(squares / region.voxelCount()).isCloseTo(1, within(2e-2));
        }
        Patch head = StreamedPatches.read(folder, Task.LOCALISER, Optional.empty(), 3)
                .at(0);
        assertThat(head.truth()).hasSize(3 * WorkingGrid.head().voxelCount());
    }
}
