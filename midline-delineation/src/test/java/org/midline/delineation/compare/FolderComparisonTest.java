package org.midline.delineation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.TargetLabels;
import org.midline.core.Affine;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiWriter;
import org.midline.delineation.intake.DrawnStudy;
import org.midline.evaluation.CaseEvaluation;
import org.midline.evaluation.Metric;

class FolderComparisonTest {
    private static final WantedStructure ANY = new WantedStructure(TargetLabels.every(), Optional.empty());

    @TempDir
    private Path folder;

    private Path proposals;
    private Path truths;

    @BeforeEach
    void folders() throws IOException {
        proposals = Files.createDirectories(folder.resolve("proposals"));
        truths = Files.createDirectories(folder.resolve("truths"));
    }

    /** A ball of 20 mm about the origin, with a core of label 2 within 10 mm. */
    private static void write(Path file, double spacingMm, double radiusMm, float value) throws IOException {
        int size = (int) Math.round(60 / spacingMm);
        double first = -(size - 1) / 2.0 * spacingMm;
        var grid = new VoxelGrid(
                size,
                size,
                size,
                Affine.scaling(spacingMm, spacingMm, spacingMm).withTranslation(new Vec3(first, first, first)));
        var values = new float[grid.voxelCount()];
        for (int k = 0; k < size; k++) {
            for (int j = 0; j < size; j++) {
                for (int i = 0; i < size; i++) {
                    double mm = grid.patientLps(i, j, k).length();
                    values[grid.index(i, j, k)] = mm > radiusMm ? 0 : mm < 10 ? 2 : value;
                }
            }
        }
        Files.createDirectories(file.getParent());
        NiftiWriter.write(file, new Volume(grid, values));
    }

    private FolderComparison compare(WantedStructure wanted, Optional<Sequence> sequence) {
        return FolderComparison.of(proposals, truths, wanted, sequence, Metric.STANDARD);
    }

    private static double dsc(CaseEvaluation c) {
        return c.measure(Metric.DSC).number().orElseThrow();
    }

    @Test
    void matchesByNameBelowTheFolders() throws IOException {
        write(truths.resolve("P1/t2.nii.gz"), 2, 20, 1);
        write(truths.resolve("P2/t2.nii.gz"), 2, 20, 1);
        write(proposals.resolve("P1/t2.nii"), 2, 20, 1);
        write(proposals.resolve("P3/t2.nii.gz"), 2, 20, 1);

        FolderComparison comparison = compare(ANY, Optional.empty());
        assertThat(comparison.cases()).extracting(CaseEvaluation::patientId).containsExactly("P1/t2", "P2/t2");
        assertThat(comparison.cases().get(0).sequence()).isEqualTo(Sequence.T2);
        assertThat(dsc(comparison.cases().get(0))).isEqualTo(1);
        assertThat(comparison.cases().get(1).measure(Metric.DSC).toString()).contains("there is no proposal");
        assertThat(comparison.notes()).containsExactly("P2/t2: no proposal", "P3/t2: no truth, left out");
    }

    @Test
    void gridsMayDiffer() throws IOException {
        write(truths.resolve("one.nii"), 1, 20, 1);
        write(proposals.resolve("one.nii"), 1.5, 20, 1);
        FolderComparison comparison = compare(ANY, Optional.of(Sequence.FLAIR));
        assertThat(dsc(comparison.cases().get(0))).isCloseTo(1, within(0.02));
        assertThat(comparison.notes())
                .containsExactly(
                        "one: the proposal was interpolated from 40 x 40 x 40 voxels of 1.50 x 1.50 x 1.50 mm to"
                                + " the truth's 60 x 60 x 60 voxels of 1.00 x 1.00 x 1.00 mm");
    }

    @Test
    void labelsMakeTheMask() throws IOException {
        write(truths.resolve("one.nii"), 2, 20, 1);
        write(proposals.resolve("one.nii"), 2, 10, 1);
        var core = new WantedStructure(TargetLabels.of(Set.of(2)), Optional.empty());
        assertThat(dsc(compare(core, Optional.of(Sequence.T2)).cases().get(0))).isEqualTo(1);
        var none = new WantedStructure(TargetLabels.of(Set.of(7)), Optional.empty());
        assertThat(compare(none, Optional.of(Sequence.T2))
                        .cases()
                        .get(0)
                        .measure(Metric.DSC)
                        .toString())
                .contains("both empty");
    }

    @Test
    void refusesWhatCannotBeCompared() throws IOException {
        write(truths.resolve("a.nii"), 2, 20, 1);
        write(proposals.resolve("b.nii"), 2, 20, 1);
        assertThatThrownBy(() -> compare(ANY, Optional.of(Sequence.T2)))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("neither names nor series agree");

        write(proposals.resolve("a.nii"), 2, 20, Float.NaN);
        assertThatThrownBy(() -> compare(ANY, Optional.of(Sequence.T2)))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("NaN");

        Files.delete(proposals.resolve("b.nii"));
        write(proposals.resolve("a.nii"), 2, 20, 1);
        assertThatThrownBy(() -> compare(ANY, Optional.empty()))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("--sequence");
    }

    @Test
    void refusesMasksThatDoNotMeet() throws IOException {
        write(truths.resolve("a.nii"), 2, 20, 1);
        var away = new VoxelGrid(10, 10, 10, Affine.scaling(1, 1, 1).withTranslation(new Vec3(500, 0, 0)));
        var values = new float[1000];
        values[555] = 1;
        NiftiWriter.write(proposals.resolve("a.nii"), new Volume(away, values));
        assertThatThrownBy(() -> compare(ANY, Optional.of(Sequence.T2)))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("one frame of reference");
    }

    @Test
    void contoursAreFilledOnTheOtherGrid() throws IOException {
        DrawnStudy.write(proposals, "P1", "1", "GTV", 20, "frame");
        NiftiWriter.write(truths.resolve("rs.nii.gz"), DrawnStudy.ball(DrawnStudy.T2, 20));
        FolderComparison comparison = compare(ANY, Optional.of(Sequence.T2));
        assertThat(dsc(comparison.cases().get(0))).isEqualTo(1);
        assertThat(comparison.notes()).containsExactly("rs: contours were filled on the other file's grid");

        var gtv = new WantedStructure(TargetLabels.every(), Optional.of("gtv"));
        assertThat(dsc(compare(gtv, Optional.of(Sequence.T2)).cases().get(0))).isEqualTo(1);
        var brainstem = new WantedStructure(TargetLabels.every(), Optional.of("Brainstem"));
        assertThatThrownBy(() ->
                        FolderComparison.of(proposals, proposals, brainstem, Optional.of(Sequence.T2), Metric.STANDARD))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("no file has 'Brainstem'; there are 'GTV'");
    }

    @Test
    void emptyFoldersAreRefused() {
        assertThatThrownBy(() -> compare(ANY, Optional.of(Sequence.T2))).isInstanceOf(InputRefusedException.class);
        assertThatThrownBy(() ->
                        FolderComparison.of(folder.resolve("none"), truths, ANY, Optional.empty(), List.of(Metric.DSC)))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("no such folder");
    }
}
