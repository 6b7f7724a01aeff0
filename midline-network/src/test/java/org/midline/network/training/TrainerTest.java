package org.midline.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.Cohort;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.network.critic.CriticConfiguration;
import org.midline.network.data.SmallCohort;
import org.midline.network.data.Task;
import org.midline.network.data.augmentation.AugmentationRanges;
import org.midline.network.generator.GeneratorConfiguration;
import org.midline.network.image.WorkingGrid;
import org.midline.network.model.ModelFolder;

class TrainerTest {
    private static final WorkingGrid GRID = new WorkingGrid(4, 16, 16, 16);

    @TempDir
    static Path folder;

    private static Cohort cohort;

    @BeforeAll
    static void write() throws IOException {
        cohort = SmallCohort.write(folder.resolve("cohort"));
    }

    @Test
    void aTrainingThatWasStoppedGivesTheSameWeights() throws Exception {
        Path whole = folder.resolve("whole");
        Path broken = folder.resolve("broken");
        run(small(8), whole).run(false, line -> {});
        var stopped = new AssertionError("stopped");
        assertThatThrownBy(() -> run(small(8), broken).run(false, line -> {
                    if (line.contains("step 4, validation")) {
                        throw stopped;
                    }
                }))
                .isSameAs(stopped);
        // The line comes before step 4's checkpoint is written: going on starts at step 2 or from nothing at all.
        run(small(8), broken).run(true, line -> {});

        assertThat(Files.readAllBytes(broken.resolve(ModelFolder.WEIGHTS)))
                .isEqualTo(Files.readAllBytes(whole.resolve(ModelFolder.WEIGHTS)));
    }

    @Test
    void theLossFallsAndTheModelIsWhole() throws Exception {
        Path out = folder.resolve("model");
        List<String> lines = new ArrayList<>();
        ModelFolder model = run(small(40), out).run(false, lines::add);

        List<String> losses = Files.readAllLines(out.resolve("training.csv"));
        assertThat(meanLoss(losses, 31, 40)).isLessThan(0.7 * meanLoss(losses, 1, 10));
        assertThat(model.verifiedWeights().tensors()).isNotEmpty();
        assertThat(ModelFolder.read(out).card()).isEqualTo(model.card());
        assertThat(model.card().trainedOn()).contains("synthetic");
        assertThat(out.resolve("previews")).isNotEmptyDirectory();
    }

    @Test
    void anotherConfigurationIsNotGoneOnWith() throws Exception {
        Path out = folder.resolve("other");
        run(small(2), out).run(false, line -> {});

        assertThatThrownBy(() -> run(small(2), out).run(false, line -> {}))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("--resume");
        assertThatThrownBy(() -> run(small(3), out).run(true, line -> {}))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("another configuration");
    }

    @Test
    void goesOnFromAnotherModel() throws Exception {
        ModelFolder first = run(small(40), folder.resolve("first")).run(false, line -> {});
        var further = new TrainingRun(
                cohort,
                small(2),
                Optional.of(Sequence.T2),
                Optional.of(first),
                Optional.empty(),
                folder.resolve("further"),
                "again",
                "test");
        ModelFolder second = further.run(false, line -> {});

        List<String> before = Files.readAllLines(folder.resolve("first").resolve("training.csv"));
        List<String> after = Files.readAllLines(folder.resolve("further").resolve("training.csv"));
        assertThat(meanLoss(after, 1, 1)).isLessThan(meanLoss(before, 1, 5));
        assertThat(second.card().trainingSteps()).isEqualTo(42);
        assertThat(second.card().command()).isEqualTo("midline train; again");
        assertThat(second.card().trainedOn()).contains("; then ");
    }

    @Test
    void memoryStaysFlat() throws Exception {
        Path out = folder.resolve("memory");
        List<Long> resident = new ArrayList<>();
        run(small(200), out).run(false, line -> {
            if (line.contains("loss")) {
                resident.add(Pointer.physicalBytes());
            }
        });
        long early = resident.get(2);
        long late = resident.get(resident.size() - 1);
        assertThat(late - early).as("growth in bytes over 125 steps").isLessThan(60L << 20);
    }

    @Test
    @Tag("slow")
    void memoryStaysFlatForLong() throws Exception {
        Path out = folder.resolve("long");
        List<Long> resident = new ArrayList<>();
        run(small(2000), out).run(false, line -> {
            if (line.contains("loss")) {
                resident.add(Pointer.physicalBytes());
            }
        });
        assertThat(resident.get(resident.size() - 1) - resident.get(4)).isLessThan(60L << 20);
    }

    private static double meanLoss(List<String> lines, int from, int to) {
        return lines.subList(from, to + 1).stream()
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[1]))
                .average()
                .orElseThrow();
    }

    private static TrainingRun run(TrainingConfiguration configuration, Path out) {
        return new TrainingRun(
                cohort,
                configuration,
                Optional.of(Sequence.T2),
                Optional.empty(),
                Optional.empty(),
                out,
                "midline train",
                "test");
    }

    private static TrainingConfiguration small(long steps) {
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
                Math.max(2, steps / 4),
                0,
                3);
    }
}
