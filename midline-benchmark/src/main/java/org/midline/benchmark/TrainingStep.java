package org.midline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortWriter;
import org.midline.cohort.LabelledImage;
import org.midline.cohort.Split;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.network.data.Patch;
import org.midline.network.data.PatchSource;
import org.midline.network.data.Task;
import org.midline.network.image.WorkingGrid;
import org.midline.network.training.FreshPatches;
import org.midline.network.training.TrainingConfiguration;
import org.midline.network.training.TrainingRun;

/**
 * How long a step of training takes when its patches cost nothing: the time between one step's asking for patches and
 * the next one's.
 */
final class TrainingStep {
    private static final int STEPS = 24;

    /** The first steps only fill the queue, and warm the machine up. */
    private static final int LEFT_OUT = 10;

    private TrainingStep() {}

    /** Median time in ms of a step of the default training of a task. */
    static double milliseconds(Task task) throws IOException, InterruptedException {
        return run(task, line -> {}).medianMilliseconds();
    }

    /**
     * A short training with the default configuration of a task.
     *
     * @param log told what a training tells
     */
    static Clock run(Task task, Consumer<String> log) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("midline-benchmark");
        try {
            TrainingConfiguration configuration = TrainingConfiguration.of(task, STEPS, 1);
            var clock = new Clock(task, configuration.batchSize());
            new TrainingRun(
                            cohort(folder.resolve("cohort")),
                            configuration,
                            task == Task.SEGMENTER ? Optional.of(Sequence.T2) : Optional.empty(),
                            Optional.empty(),
                            Optional.of(new FreshPatches(clock, 1)),
                            folder.resolve("model"),
                            "benchmark",
                            "benchmark")
                    .run(false, log);
            return clock;
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** One image to validate with, so that there is something to validate with. */
    private static Cohort cohort(Path folder) throws IOException {
        VoxelGrid grid = new WorkingGrid(8, 20, 20, 20).around(new Vec3(0, 0, 0));
        var inside = new boolean[grid.voxelCount()];
        inside[grid.index(10, 10, 10)] = true;
        var values = new float[inside.length];
        values[grid.index(10, 10, 10)] = 1;
        var anatomy = new byte[inside.length];
        anatomy[grid.index(10, 10, 9)] = 1;
        var image = new LabelledImage(
                new Volume(grid, values), new Mask(grid, inside), Optional.empty(), Optional.of(anatomy));
        var writer = new CohortWriter(folder, "one", true, "one image");
        writer.add("ONE", Split.VALIDATION, Map.of(Sequence.T2, image), Map.of());
        return writer.finish();
    }

    /** Gives the same patch again and again, and notes when it is asked for it. */
    static final class Clock implements PatchSource {
        private final Task task;
        private final int batchSize;
        private final Patch patch;
        private final long[] askedNanos = new long[STEPS + 8];

        Clock(Task task, int batchSize) {
            this.task = task;
            this.batchSize = batchSize;
            int voxels = task.workingGrid().voxelCount();
            var image = new float[voxels];
            var truth = new float[task.outputs() * voxels];
            for (int n = 0; n < voxels; n++) {
                image[n] = n % 7 - 3;
                truth[n] = n % 7 > 4 ? 1 : 0;
            }
            patch = new Patch("benchmark", image, truth);
        }

        @Override
        public WorkingGrid workingGrid() {
            return task.workingGrid();
        }

        @Override
        public synchronized Patch at(long position) {
            if (position % batchSize == 0 && position / batchSize < askedNanos.length) {
                askedNanos[(int) (position / batchSize)] = System.nanoTime();
            }
            return patch;
        }

        @Override
        public String description() {
            return "one patch";
        }

        double medianMilliseconds() {
            double[] steps = new double[STEPS - LEFT_OUT];
            for (int n = 0; n < steps.length; n++) {
                steps[n] = (askedNanos[LEFT_OUT + n] - askedNanos[LEFT_OUT + n - 1]) / 1e6;
            }
            Arrays.sort(steps);
            return steps[steps.length / 2];
        }
    }
}
