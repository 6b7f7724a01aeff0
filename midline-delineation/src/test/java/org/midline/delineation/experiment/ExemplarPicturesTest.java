package org.midline.delineation.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.Split;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiWriter;
import org.midline.delineation.BallModel;
import org.midline.delineation.DelineationModels;
import org.midline.delineation.Delineator;
import org.midline.delineation.PlausibilityRules;
import org.midline.evaluation.EvaluationTable;
import org.midline.evaluation.report.ExemplarPicture;

/** A cohort measured with a model that always sees the same ball; the truths are balls of other sizes. */
class ExemplarPicturesTest {
    private static final VoxelGrid GRID =
            new VoxelGrid(24, 24, 24, Affine.scaling(4, 4, 4).withTranslation(new Vec3(-46, -46, -46)));
    private static final Vec3 CENTRE = new Vec3(0, 0, 0);

    @TempDir
    private Path folder;

    private CohortPatient patient(String id, double truthRadiusMm) throws IOException {
        var random = new Random(1);
        var values = new float[GRID.voxelCount()];
        var inside = new boolean[GRID.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = random.nextFloat();
            int j = n / 24 % 24;
            int k = n / 576;
            inside[n] = GRID.patientLps(n % 24, j, k).length() < truthRadiusMm;
        }
        Path image = folder.resolve(id + ".nii");
        Path gtv = folder.resolve(id + "_gtv.nii");
        NiftiWriter.write(image, new Volume(GRID, values));
        NiftiWriter.write(gtv, new Mask(GRID, inside));
        var files = new CohortImage(image, gtv, Optional.of(gtv), Optional.empty());
        return new CohortPatient(id, Split.TEST, Map.of(Sequence.T2, files), Map.of());
    }

    private static Delineator delineator() {
        var models = new DelineationModels(
                () -> BallModel.finder(CENTRE), Map.of(Sequence.T2, () -> new BallModel(CENTRE, 18, CENTRE)));
        return new Delineator(models, PlausibilityRules.USUAL);
    }

    @Test
    void theWorstFirstAndAnInterruptedMeasurementGoesOn() throws IOException {
        var cohort = new Cohort(
                "balls", true, "", List.of(patient("A", 18), patient("B", 9), patient("C", 0), patient("D", 14)));
        var store = new CaseStore(folder.resolve("cases"), "ball");
        List<Boolean> worked = new ArrayList<>();
        try (var delineator = delineator()) {
            var measurement = new CohortMeasurement(delineator, store);
            List<MeasuredCase> cases = measurement.measure(
                    cohort, List.of(Split.TEST), List.of(Sequence.T2), (done, of, id, work) -> worked.add(work));
            assertThat(measurement.measure(
                            cohort,
                            List.of(Split.TEST),
                            List.of(Sequence.T2),
                            (done, of, id, work) -> worked.add(work)))
                    .isEqualTo(cases);
            assertThat(worked).containsExactly(true, true, true, true, false, false, false, false);

            var table = new EvaluationTable(
                    "balls", cases.stream().map(MeasuredCase::againstTruth).toList());
            List<String> told = new ArrayList<>();
            List<ExemplarPicture> pictures =
                    ExemplarPictures.draw(delineator, cohort, table, (done, of, id, work) -> told.add(done + "/" + of));
            assertThat(pictures)
                    .extracting(one -> one.exemplar().evaluation().patientId())
                    .containsExactly("C", "B", "D", "A");
            assertThat(pictures)
                    .allSatisfy(one -> assertThat(one.png().base64()).startsWith("iVBORw0KGgo"));
            assertThat(told).containsExactly("1/4", "2/4", "3/4", "4/4");

            var experts = ExpertTable.of(cases, 1).orElseThrow();
            assertThat(experts.rows())
                    .extracting(row -> row.get(0))
                    .containsExactly("T2: proposal, expert", "T2: expert, truth");
            assertThat(experts.rows().get(1)).contains("1.000 \u00b1\u00a00.000");
        }
    }

    @Test
    void withoutAnotherDrawingThereIsNoTable() {
        assertThat(ExpertTable.of(List.of(Cases.control("C", 5)), 1)).isEmpty();
    }
}
