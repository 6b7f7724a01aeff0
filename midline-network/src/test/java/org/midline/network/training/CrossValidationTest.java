package org.midline.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.Cohort;
import org.midline.cohort.Folds;
import org.midline.cohort.Split;
import org.midline.core.InputRefusedException;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.network.data.SmallCohort;
import org.midline.network.inference.Segmenter;
import org.midline.network.model.Ensemble;
import org.midline.network.model.ModelFolder;
import org.midline.network.training.SmallTraining.Cubes;

class CrossValidationTest {
    @TempDir
    Path folder;

    @Test
    void everyPatientIsHeldOutOnceAndTheFoldsAreOneModel() throws Exception {
        Cohort cohort = SmallCohort.write(folder.resolve("cohort"));
        Set<String> heldOut = new HashSet<>();
        Path out = folder.resolve("folds");
        var crossValidation = new CrossValidation(
                Folds.deal(cohort, 2, 1),
                (patients, place) -> {
                    patients.patients().stream()
                            .filter(patient -> patient.split() == Split.VALIDATION)
                            .forEach(patient ->
                                    assertThat(heldOut.add(patient.id())).isTrue());
                    return SmallTraining.run(
                            patients, SmallTraining.configuration(2, 2, 0, 3), new Cubes("cubes"), place);
                },
                out);
        assertThat(crossValidation.unfinished()).containsExactly(1, 2);
        crossValidation.train(2, control());
        assertThat(crossValidation.unfinished()).containsExactly(1);
        assertThatThrownBy(crossValidation::models).isInstanceOf(InputRefusedException.class);
        crossValidation.train(1, control());
        assertThat(heldOut).hasSize(4);

        ModelFolder joined = crossValidation.join(Map.of("out of fold", 0.5));
        assertThat(ModelFolder.list(out)).containsExactly(joined);
        assertThat(Ensemble.members(joined.verifiedWeights())).hasSize(2);
        assertThat(joined.card().trainingSteps()).isEqualTo(4);
        assertThat(joined.card().measures()).containsEntry("out of fold", 0.5);
        assertThat(joined.card().trainedOn()).contains("mean of 2 networks", "4 patients");

        VoxelGrid grid = SmallTraining.GRID.around(new Vec3(0, 0, 0));
        var image = new Volume(grid, new float[grid.voxelCount()]);
        try (var segmenter = Segmenter.load(out, warning -> {})) {
            for (float probability :
                    segmenter.probability(image, new Vec3(0, 0, 0)).values()) {
                assertThat(probability).isBetween(0f, 1f);
            }
        }

        heldOut.clear();
        byte[] before = Files.readAllBytes(crossValidation.folder(2).resolve(ModelFolder.WEIGHTS));
        assertThat(crossValidation.train(2, control())).isInstanceOf(TrainingOutcome.Finished.class);
        assertThat(Files.readAllBytes(crossValidation.folder(2).resolve(ModelFolder.WEIGHTS)))
                .isEqualTo(before);
    }

    private static RunControl control() {
        return SmallTraining.control(true, CheckpointInterval.usual(), () -> false, line -> {});
    }
}
