package org.midline.network.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.midline.cohort.Cohort;
import org.midline.core.Sequence;
import org.midline.network.critic.CriticConfiguration;
import org.midline.network.data.Patch;
import org.midline.network.data.PatchSource;
import org.midline.network.data.Task;
import org.midline.network.data.augmentation.AugmentationRanges;
import org.midline.network.generator.GeneratorConfiguration;
import org.midline.network.image.WorkingGrid;

/** A training with everything in it, critic, average and mixed patches, that takes milliseconds a step. */
final class SmallTraining {
    static final WorkingGrid GRID = new WorkingGrid(4, 16, 16, 16);

    /** Of the trainings that are killed and gone on with. */
    static final long STEPS = 16;

    private SmallTraining() {}

    static TrainingConfiguration configuration(long steps, long validateEvery, int patience, long seed) {
        var generator = new GeneratorConfiguration(List.of(4, 8), List.of(1, 1), 1, true, true, false, true);
        return new TrainingConfiguration(
                Task.SEGMENTER,
                GRID,
                generator,
                AugmentationRanges.region(),
                new LossConfiguration(1, 1, 1.5, 0.3, 12),
                Optional.of(new AdversarialConfiguration(new CriticConfiguration(4, 2, 2), 2, 1, 0.05, 0.5, 0.5)),
                steps,
                1,
                1e-2,
                2,
                1e-2,
                1,
                0.9,
                validateEvery,
                patience,
                seed);
    }

    static TrainingRun run(Cohort cohort, TrainingConfiguration configuration, PatchSource fresh, Path out) {
        return new TrainingRun(
                cohort,
                configuration,
                Optional.of(Sequence.T2),
                Optional.empty(),
                Optional.of(new FreshPatches(fresh, 0.5)),
                out,
                "midline train",
                "test");
    }

    static RunControl control(
            boolean resume, CheckpointInterval checkpoints, BooleanSupplier stop, Consumer<String> log) {
        return new RunControl(resume, checkpoints, "test", stop, log);
    }

    /** Patches with a bright cube at a place that follows from the position. */
    record Cubes(String description) implements PatchSource {
        @Override
        public WorkingGrid workingGrid() {
            return GRID;
        }

        @Override
        public Patch at(long position) {
            var image = new float[GRID.voxelCount()];
            var truth = new float[image.length];
            int from = (int) (position * 100 % 3000);
            for (int n = from; n < from + 600; n++) {
                image[n] = 2;
                truth[n] = 1;
            }
            return new Patch("P" + position, image, truth);
        }
    }

    /** The same, but that images from some position on hold what is no number. */
    record Broken(PatchSource sound, long firstBroken) implements PatchSource {
        @Override
        public WorkingGrid workingGrid() {
            return sound.workingGrid();
        }

        @Override
        public Patch at(long position) {
            Patch patch = sound.at(position);
            if (position >= firstBroken) {
                patch.image()[0] = Float.NaN;
            }
            return patch;
        }

        @Override
        public String description() {
            return sound.description();
        }
    }

    /** In a process of its own, to be killed: the cohort's folder, that of the model; says something at each step. */
    public static void main(String[] arguments) throws Exception {
        run(
                        Cohort.read(Path.of(arguments[0])),
                        configuration(STEPS, 8, 0, 3),
                        new Cubes("cubes"),
                        Path.of(arguments[1]))
                .run(control(
                        true,
                        new CheckpointInterval.Steps(3),
                        () -> {
                            System.out.println("step");
                            return false;
                        },
                        line -> {}));
    }
}
