package org.midline.cohort.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midline.cohort.SmallImages.GRID;
import static org.midline.cohort.SmallImages.writeBrats;
import static org.midline.cohort.SmallImages.writeImage;
import static org.midline.cohort.SmallImages.writeMask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.SmallImages;
import org.midline.cohort.SplitShares;
import org.midline.cohort.TargetLabels;
import org.midline.cohort.layout.CohortChoices;
import org.midline.cohort.layout.OpenedCohort;
import org.midline.core.Sequence;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiWriter;

class CohortCheckTest {
    private static final Set<Sequence> ALL = EnumSet.allOf(Sequence.class);

    @TempDir
    private Path folder;

    @BeforeEach
    void threePatients() throws IOException {
        writeBrats(folder.resolve("train"), "P1", 1, 10);
        writeBrats(folder.resolve("validation"), "P2", 2, 20);
        writeBrats(folder.resolve("test"), "P3", 3, 30);
    }

    private Path file(String split, String id, String what) {
        return folder.resolve(split).resolve(id).resolve(id + "-" + what + ".nii.gz");
    }

    private CohortReport thorough() {
        return CohortCheck.thorough(OpenedCohort.open(folder, CohortChoices.usual()), ALL, done -> {});
    }

    private CohortReport quick() {
        return CohortCheck.quick(OpenedCohort.open(folder, CohortChoices.usual()), ALL);
    }

    private static void assertOneError(CohortReport report, Object what, String... message) {
        assertThat(report.errors()).as(report.findings().toString()).hasSize(1);
        assertThat(report.errors().get(0).what()).isEqualTo(what.toString());
        assertThat(report.errors().get(0).message()).contains(message).doesNotContain("\n");
    }

    private static void assertOneWarning(CohortReport report, Object what, String... message) {
        assertThat(report.findings()).hasSize(1);
        assertThat(report.warnings().get(0).what()).isEqualTo(what.toString());
        assertThat(report.warnings().get(0).message()).contains(message).doesNotContain("\n");
    }

    @Test
    void aCohortInOrderGivesNothing() {
        CohortReport report = thorough();
        assertThat(report.findings()).isEmpty();
        assertThat(report.images()).hasSize(6);
        assertThat(report.images().get(0).targetMl()).hasValue(10 * 0.512);
        assertThat(quick().findings()).isEmpty();
    }

    @Test
    void aMaskOfAnotherSizeIsAnError() throws IOException {
        writeMask(file("train", "P1", "seg"), VoxelGrid.axisAligned(10, 10, 9, 8, 8, 8), 10);
        for (CohortReport report : List.of(thorough(), quick())) {
            assertOneError(report, file("train", "P1", "seg"), "10 x 10 x 9 voxels", "10 x 10 x 10");
        }
    }

    @Test
    void aMaskPlacedElsewhereIsAnError() throws IOException {
        writeMask(file("train", "P1", "seg"), SmallImages.shifted(3.5), 10);
        for (CohortReport report : List.of(thorough(), quick())) {
            assertOneError(report, file("train", "P1", "seg"), "3.5 mm apart", "expected 0.0, 0.0, 0.0 mm");
        }
    }

    @Test
    void anEmptyMaskIsAWarning() throws IOException {
        writeMask(file("train", "P1", "seg"), 0);
        assertOneWarning(thorough(), file("train", "P1", "seg"), "the target is empty");
    }

    @Test
    void unexpectedLabelsAreAWarning() throws IOException {
        writeMask(file("train", "P1", "seg"), 5, 5, 5, 5, 0, 5);
        assertOneWarning(thorough(), file("train", "P1", "seg"), "not expected: 6");
    }

    @Test
    void aLabelThatIsNowhereIsAnError() {
        OpenedCohort opened = OpenedCohort.open(
                folder,
                new CohortChoices(TargetLabels.of(Set.of(1, 4)), Optional.empty(), Map.of(), SplitShares.USUAL, 1));
        assertOneError(CohortCheck.quick(opened, ALL), folder, "target label 4 is in no mask", "[1]");
    }

    @Test
    void aTargetThatIsNowhereIsAnError() {
        OpenedCohort opened = OpenedCohort.open(
                folder,
                new CohortChoices(TargetLabels.of(Set.of(3)), Optional.empty(), Map.of(), SplitShares.USUAL, 1));
        assertOneError(CohortCheck.quick(opened, ALL), folder, "no mask has a voxel of the target (labels 3)");
    }

    @Test
    void fractionsInAMaskAreAnError() throws IOException {
        var values = new float[GRID.voxelCount()];
        Arrays.fill(values, 3, 9, 1);
        values[9] = 0.5f;
        NiftiWriter.write(file("train", "P1", "seg"), new Volume(GRID, values));
        assertOneError(thorough(), file("train", "P1", "seg"), "1 voxels are no whole number");
    }

    @Test
    void aSequenceThatSomeLackIsAWarning() throws IOException {
        Files.delete(file("test", "P3", "t1c"));
        assertOneWarning(thorough(), folder, "1 of 3 patients have no T1C: P3");
    }

    @Test
    void unreadableFilesAreErrors() throws IOException {
        Path image = file("train", "P1", "t2w");
        byte[] whole = Files.readAllBytes(image);
        Files.write(image, Arrays.copyOf(whole, whole.length / 2));
        assertOneError(thorough(), image, "truncated");
        Files.writeString(file("test", "P3", "seg"), "no image");
        assertThat(thorough().errors())
                .extracting(Finding::what)
                .containsOnly(image.toString(), file("test", "P3", "seg").toString());
    }

    @Test
    void oneImageUnderTwoNamesIsAnError() throws IOException {
        writeImage(file("test", "P3", "t2w"), 2);
        assertOneError(thorough(), file("test", "P3", "t2w"), "same voxels", "'P3' (test) and 'P1' (train)");
        assertThat(quick().errors()).isEmpty();
    }

    @Test
    void aPersonInTwoSplitsIsAnError() throws IOException {
        writeBrats(folder.resolve("train"), "B-PED-00001-000", 4, 10);
        writeBrats(folder.resolve("test"), "B-PED-00001-001", 5, 10);
        for (CohortReport report : List.of(thorough(), quick())) {
            assertOneError(report, "person 'B-PED-00001'", "B-PED-00001-000 in train", "B-PED-00001-001 in test");
        }
    }

    @Test
    void imagesOfNothingAreErrors() throws IOException {
        var values = new float[GRID.voxelCount()];
        NiftiWriter.write(file("train", "P1", "t2w"), new Volume(GRID, values));
        assertOneError(thorough(), file("train", "P1", "t2w"), "the same value");
        values[0] = 1;
        values[7] = Float.NaN;
        values[8] = Float.NEGATIVE_INFINITY;
        NiftiWriter.write(file("train", "P1", "t2w"), new Volume(GRID, values));
        assertOneError(thorough(), file("train", "P1", "t2w"), "2 voxels are no finite number");
    }

    @Test
    void implausibleSpacingIsAWarning() throws IOException {
        var grid = VoxelGrid.axisAligned(10, 10, 10, 0.1, 8, 8);
        writeMask(folder.resolve("train/P9/P9-seg.nii.gz"), grid, 100);
        NiftiWriter.write(folder.resolve("train/P9/P9-t2w.nii.gz"), new Volume(grid, ramp()));
        writeMask(folder.resolve("train/P8/P8-seg.nii.gz"), VoxelGrid.axisAligned(10, 10, 10, 8, 8, 1), 100);
        NiftiWriter.write(
                folder.resolve("train/P8/P8-t2w.nii.gz"),
                new Volume(VoxelGrid.axisAligned(10, 10, 10, 8, 8, 1), ramp2()));
        CohortReport report = CohortCheck.quick(OpenedCohort.open(folder, CohortChoices.usual()), Set.of(Sequence.T2));
        assertThat(report.warnings())
                .extracting(Finding::message)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).contains("spacing 0.1 x 8.0 x 8.0 mm"),
                        message -> assertThat(message).contains("10 mm along axis 2"));
    }

    private static float[] ramp() {
        var values = new float[GRID.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = n;
        }
        return values;
    }

    private static float[] ramp2() {
        float[] values = ramp();
        values[0] = 5;
        return values;
    }

    @Test
    void aSplitWithoutPatientsIsAWarning() {
        OpenedCohort opened = OpenedCohort.open(folder.resolve("train"), CohortChoices.usual());
        assertThat(CohortCheck.quick(opened, ALL).warnings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("split validation");
    }
}
