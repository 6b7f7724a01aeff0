package org.midline.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.midline.core.Sequence;
import org.midline.network.data.SmallCohort;
import org.midline.network.model.ModelFolder;

class TrainerTest {
    @TempDir
    static Path folder;

    private static Cohort cohort;

    @BeforeAll
    static void write() throws IOException {
        cohort = SmallCohort.write(folder.resolve("cohort"));
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
    void patienceEndsATrainingAndTheBestWeightsAreItsModel() throws Exception {
        Path out = folder.resolve("impatient");
        List<String> lines = new ArrayList<>();
        ModelFolder model = run(SmallTraining.configuration(4000, 2, 2, 3), out).run(false, lines::add);

        List<String[]> looks = Files.readAllLines(out.resolve("validation.csv")).stream()
                .skip(1)
                .map(row -> row.split(","))
                .toList();
        int best = 0;
        int since = 0;
        for (int n = 1; n < looks.size(); n++) {
            double gain = Double.parseDouble(looks.get(n)[1]) - Double.parseDouble(looks.get(best)[1]);
            best = gain >= 0 ? n : best;
            since = gain > 0 ? 0 : since + 1;
        }
        assertThat(since).as("looks without a better one").isEqualTo(2);
        assertThat(model.card().weightsOfStep()).contains(Long.valueOf(looks.get(best)[0]));
        assertThat(model.card().trainingSteps()).isEqualTo(Long.parseLong(looks.get(looks.size() - 1)[0]));
        assertThat(model.card().measures().get(TrainingRun.TUMOUR_DICE))
                .isCloseTo(Double.parseDouble(looks.get(best)[1]), within(1e-5));

        Files.delete(out.resolve(ModelFolder.CARD));
        assertThat(run(SmallTraining.configuration(4000, 2, 2, 3), out)
                        .run(true, lines::add)
                        .card())
                .isEqualTo(model.card());
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
        return SmallTraining.configuration(steps, Math.max(2, steps / 4), 0, 3);
    }
}
