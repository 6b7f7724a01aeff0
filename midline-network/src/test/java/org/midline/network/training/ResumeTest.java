package org.midline.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.Cohort;
import org.midline.core.InputRefusedException;
import org.midline.network.data.PatchSource;
import org.midline.network.data.SmallCohort;
import org.midline.network.model.FloatArray;
import org.midline.network.model.ModelFolder;
import org.midline.network.model.TensorFile;
import org.midline.network.training.SmallTraining.Broken;
import org.midline.network.training.SmallTraining.Cubes;

class ResumeTest {
    private static final CheckpointInterval EVERY_THIRD = new CheckpointInterval.Steps(3);
    private static final PatchSource CUBES = new Cubes("cubes");

    @TempDir
    static Path folder;

    private static Cohort cohort;
    private static Path whole;

    @BeforeAll
    static void train() throws Exception {
        cohort = SmallCohort.write(folder.resolve("cohort"));
        whole = folder.resolve("whole");
        run(whole, CUBES, false, 3);
    }

    @Test
    void theSameSeedGivesTheSameWeightsAndAnotherOneOthers() throws Exception {
        Path again = folder.resolve("again");
        Path other = folder.resolve("other");
        run(again, CUBES, false, 3);
        run(other, CUBES, false, 4);
        assertSame(again);
        assertThat(Files.readAllBytes(other.resolve(ModelFolder.WEIGHTS)))
                .isNotEqualTo(Files.readAllBytes(whole.resolve(ModelFolder.WEIGHTS)));
    }

    @Test
    void aTrainingThatIsKilledTwiceGivesTheSameWeights() throws Exception {
        Path killed = folder.resolve("killed");
        runUntilKilled(killed, 8);
        assertThat(killed.resolve(ModelFolder.CARD)).doesNotExist();
        runUntilKilled(killed, 5);
        Files.writeString(killed.resolve(".checkpoint.safetensors.1-1.tmp"), "half of it");
        run(killed, CUBES, true, 3);

        assertSame(killed);
        assertThat(killed.resolve(".checkpoint.safetensors.1-1.tmp")).doesNotExist();
        JsonNode manifest = new ObjectMapper()
                .readTree(killed.resolve(RunManifest.FILE_NAME).toFile());
        assertThat(manifest.path("sessions")).hasSize(3);
        assertThat(manifest.at("/sessions/0").has("end")).isFalse();
        assertThat(manifest.at("/sessions/2/end").asText()).isEqualTo("finished");
        assertThat(manifest.at("/data/train/images").asInt()).isEqualTo(3);
        assertThat(manifest.at("/data/train/sha256").asText()).hasSize(64);
        assertThat(manifest.at("/configuration/seed").asLong()).isEqualTo(3);
        assertThat(ModelFolder.read(killed).card().trainedOn()).contains("3 training patients", "0.5 cubes");
    }

    @Test
    void aTrainingThatIsAskedToStopSavesItsLastStep() throws Exception {
        Path stopped = folder.resolve("stopped");
        var asked = new AtomicInteger();
        // Asked once for each of the four images that are loaded, and before each step.
        var outcome = training(CUBES, stopped, 3)
                .run(SmallTraining.control(
                        false, CheckpointInterval.usual(), () -> asked.incrementAndGet() > 4 + 5, line -> {}));
        assertThat(outcome).isEqualTo(new TrainingOutcome.Stopped(5));
        run(stopped, CUBES, true, 3);
        assertSame(stopped);
    }

    @Test
    void aTrainingThatIsAskedToStopBeforeItBeginsHasNothingToSave() throws Exception {
        Path stopped = folder.resolve("stopped-early");
        var outcome = training(CUBES, stopped, 3)
                .run(SmallTraining.control(false, CheckpointInterval.usual(), () -> true, line -> {}));
        assertThat(outcome).isEqualTo(new TrainingOutcome.Stopped(0));
        run(stopped, CUBES, false, 3);
        assertSame(stopped);
    }

    @Test
    void whatIsNoNumberEndsATrainingAndLeavesItsCheckpoint() throws Exception {
        Path diverged = folder.resolve("diverged");
        AtomicLong at = new AtomicLong();
        assertThatThrownBy(() -> run(diverged, new Broken(CUBES, 10), false, 5))
                .isInstanceOfSatisfying(TrainingDivergedException.class, e -> {
                    at.set(e.step());
                    assertThat(e).hasMessageContaining("The loss at step %d is NaN".formatted(e.step()));
                });
        assertThat(at.get()).isBetween(11L, SmallTraining.STEPS);
        var checkpoint = TensorFile.read(diverged.resolve(Checkpoint.FILE_NAME));
        assertThat(Long.parseLong(checkpoint.metadata().get("step"))).isBetween(at.get() - 3, at.get() - 1);
        for (FloatArray array : checkpoint.tensors().values()) {
            for (float value : array.values()) {
                assertThat(value).isFinite();
            }
        }
        run(diverged, CUBES, true, 5);
        Path sound = folder.resolve("sound");
        run(sound, CUBES, false, 5);
        assertThat(Files.readAllBytes(diverged.resolve(ModelFolder.WEIGHTS)))
                .isEqualTo(Files.readAllBytes(sound.resolve(ModelFolder.WEIGHTS)));
    }

    @Test
    void whatIsOtherwiseIsNamed() {
        assertThatThrownBy(() -> run(whole, new Cubes("other cubes"), true, 4))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("configuration.seed: 3 there, 4 here")
                .hasMessageContaining("data.fresh: \"cubes\" there, \"other cubes\" here");
        assertThatThrownBy(() -> run(whole, CUBES, false, 3))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("--resume");
    }

    @Test
    void aCheckpointOfAnEarlierVersionIsRefused() throws Exception {
        Path old = folder.resolve("old");
        new TensorFile(Map.of(), Map.of("step", "7", "configuration", "TrainingConfiguration[...]"))
                .write(old.resolve(Checkpoint.FILE_NAME));
        assertThatThrownBy(() -> run(old, CUBES, true, 3))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("earlier version");
    }

    @Test
    void aFolderTakesOneTrainingAtATime() throws Exception {
        Path busy = folder.resolve("busy");
        try (var lock = FolderLock.take(busy)) {
            assertThatThrownBy(() -> run(busy, CUBES, false, 3))
                    .isInstanceOf(InputRefusedException.class)
                    .hasMessageContaining("another training is running");
        }
    }

    /** Weights, all of the state, and the tables. */
    private static void assertSame(Path other) throws IOException {
        for (String name : List.of(
                ModelFolder.WEIGHTS, Checkpoint.FILE_NAME, "training.csv", "validation.csv", ModelFolder.CARD)) {
            assertThat(Files.readAllBytes(other.resolve(name)))
                    .as(name)
                    .isEqualTo(Files.readAllBytes(whole.resolve(name)));
        }
    }

    private static void run(Path out, PatchSource fresh, boolean resume, long seed) throws Exception {
        training(fresh, out, seed).run(SmallTraining.control(resume, EVERY_THIRD, () -> false, line -> {}));
    }

    private static TrainingRun training(PatchSource fresh, Path out, long seed) {
        return SmallTraining.run(cohort, SmallTraining.configuration(SmallTraining.STEPS, 8, 0, seed), fresh, out);
    }

    /** Trains in another process, which is killed at the start of some step. */
    private static void runUntilKilled(Path out, int steps) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SmallTraining.class.getName(),
                folder.resolve("cohort").toString(),
                out.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int images = 4;
            for (int n = 0; n < images + steps; n++) {
                assertThat(said.readLine()).isEqualTo("step");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
