package org.midline.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.Split;
import org.midline.cohort.TargetLabels;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiWriter;
import org.midline.network.image.WorkingGrid;

/** Patients of whom nothing is known but a mask of labels. */
class MasksAloneTest {
    private static final VoxelGrid GRID = VoxelGrid.axisAligned(20, 20, 20, 4, 4, 4);
    private static final WorkingGrid WORKING = new WorkingGrid(4, 16, 16, 16);

    @TempDir
    private Path folder;

    /** Label 1 is a cube about voxel (5, 6, 7), label 2 one about voxel (14, 13, 12). */
    @BeforeEach
    void labels() throws IOException {
        var values = new float[GRID.voxelCount()];
        var labels = new byte[values.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = n % 97;
        }
        for (int k = -2; k <= 2; k++) {
            for (int j = -2; j <= 2; j++) {
                for (int i = -2; i <= 2; i++) {
                    labels[GRID.index(5 + i, 6 + j, 7 + k)] = 1;
                    labels[GRID.index(14 + i, 13 + j, 12 + k)] = 2;
                }
            }
        }
        NiftiWriter.write(folder.resolve("t2.nii.gz"), new Volume(GRID, values));
        NiftiWriter.writeLabels(folder.resolve("seg.nii.gz"), GRID, labels);
    }

    private CohortPatient patient(TargetLabels labels) {
        var image = new CohortImage(
                folder.resolve("t2.nii.gz"), folder.resolve("seg.nii.gz"), labels, Optional.empty(), Optional.empty());
        return new CohortPatient("P", Split.TRAIN, Map.of(Sequence.T2, image), Map.of());
    }

    private static TrainingCase load(CohortPatient patient) {
        return new CaseLoader(Task.SEGMENTER, WORKING, 0).load(patient, Sequence.T2);
    }

    private static double volumeMm3(TrainingCase one) {
        double sum = 0;
        for (byte share : one.truths().get(0)) {
            sum += share / (double) TrainingCase.TRUTH_SCALE;
        }
        return sum * one.fineGrid().voxelVolumeMm3();
    }

    @Test
    void theRegionIsCentredOnTheTarget() {
        TrainingCase every = load(patient(TargetLabels.every()));
        assertThat(every.centreLps().minus(new Vec3(38, 38, 38)).length()).isLessThan(1e-6);
        TrainingCase second = load(patient(TargetLabels.of(Set.of(2))));
        assertThat(second.centreLps().minus(new Vec3(56, 52, 48)).length()).isLessThan(1e-6);
        assertThat(volumeMm3(second)).isBetween(7600.0, 8400.0);
        assertThat(volumeMm3(every)).isBetween(15200.0, 16800.0);
    }

    @Test
    void theLocaliserCannotLearnFromThem() {
        var loader = new CaseLoader(Task.LOCALISER, WORKING, 0);
        CohortPatient patient = patient(TargetLabels.every());
        assertThatThrownBy(() -> loader.load(patient, Sequence.T2))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContainingAll("'P'", "brainstem and thalami", "--sequence");
    }
}
