package org.midline.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.Cohort;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.network.data.Patch;
import org.midline.network.data.PatchSource;
import org.midline.network.data.SmallCohort;
import org.midline.network.data.Task;
import org.midline.network.data.augmentation.AugmentationRanges;
import org.midline.network.generator.GeneratorConfiguration;
import org.midline.network.image.WorkingGrid;
import org.midline.network.model.ModelFolder;

class FreshPatchesTest {
    private static final WorkingGrid GRID = new WorkingGrid(4, 16, 16, 16);

    @TempDir
    Path folder;

    @Test
    void aTrainingThatWasStoppedGivesTheSameWeights() throws Exception {
        Cohort cohort = SmallCohort.write(folder.resolve("cohort"));
        var cubes = new FreshPatches(new CubePatches("cubes"), 0.7);
        Path whole = folder.resolve("whole");
        Path broken = folder.resolve("broken");
        ModelFolder model = run(cohort, cubes, whole).run(false, line -> {});
        var stopped = new AssertionError("stopped");
        assertThatThrownBy(() -> run(cohort, cubes, broken).run(false, line -> {
                    if (line.contains("step 4, validation")) {
                        throw stopped;
                    }
                }))
                .isSameAs(stopped);
        var others = new FreshPatches(new CubePatches("other cubes"), 0.7);
        assertThatThrownBy(() -> run(cohort, others, broken).run(true, line -> {}))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("another configuration");
        run(cohort, cubes, broken).run(true, line -> {});

        assertThat(Files.readAllBytes(broken.resolve(ModelFolder.WEIGHTS)))
                .isEqualTo(Files.readAllBytes(whole.resolve(ModelFolder.WEIGHTS)));
        assertThat(model.card().trainedOn()).contains("3 training patients", "0.7", "cubes");
    }

    private static TrainingRun run(Cohort cohort, FreshPatches fresh, Path out) {
        var generator = new GeneratorConfiguration(List.of(4, 8), List.of(1, 1), 1, true, true, false, true);
        var configuration = new TrainingConfiguration(
                Task.SEGMENTER,
                GRID,
                generator,
                AugmentationRanges.region(),
                LossConfiguration.usual(),
                Optional.empty(),
                6,
                1,
                1e-2,
                2,
                1e-2,
                1,
                0.9,
                2,
                0,
                3);
        return new TrainingRun(
                cohort,
                configuration,
                Optional.of(Sequence.T2),
                Optional.empty(),
                Optional.of(fresh),
                out,
                "midline train",
                "test");
    }

    /** Patches with a bright cube at a place that follows from the position. */
    private record CubePatches(String description) implements PatchSource {
        @Override
        public WorkingGrid workingGrid() {
            return GRID;
        }

        @Override
        public Patch at(long position) {
            var image = new float[workingGrid().voxelCount()];
            var truth = new float[image.length];
            for (int n = (int) position * 100; n < (int) position * 100 + 600; n++) {
                image[n] = 2;
                truth[n] = 1;
            }
            return new Patch("P" + position, image, truth);
        }
    }
}
