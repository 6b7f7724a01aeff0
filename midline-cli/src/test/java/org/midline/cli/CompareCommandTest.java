package org.midline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiWriter;

class CompareCommandTest {
    private static final VoxelGrid GRID = VoxelGrid.axisAligned(20, 20, 10, 1, 1, 3);

    @TempDir
    private Path folder;

    @BeforeEach
    void masks() throws IOException {
        for (int patient = 1; patient <= 6; patient++) {
            write("truth", patient, 10);
            write("ours", patient, 10 - patient % 2);
            write("theirs", patient, 6 + patient % 3);
        }
    }

    private void write(String method, int patient, int length) throws IOException {
        var inside = new boolean[GRID.voxelCount()];
        for (int k = 2; k < 8; k++) {
            for (int j = 5; j < 15; j++) {
                for (int i = 5; i < 5 + length; i++) {
                    inside[GRID.index(i, j, k)] = true;
                }
            }
        }
        Path file = folder.resolve(method).resolve("P" + patient + "_t2.nii.gz");
        Files.createDirectories(file.getParent());
        NiftiWriter.write(file, new Mask(GRID, inside));
    }

    private CommandRun run(String... more) {
        var arguments = new ArrayList<>(List.of(
                "compare",
                folder.resolve("ours").toString(),
                folder.resolve("truth").toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    @Test
    void measuresAndTests() throws IOException {
        Path out = folder.resolve("measured");
        var run = run("--against", folder.resolve("theirs").toString(), "--out", out.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("P3_t2", "DSC", "Wilcoxon");
        assertThat(out.resolve("evaluation.csv")).isRegularFile();
        assertThat(out.resolve("evaluation.json")).isRegularFile();
        assertThat(out.resolve("against/evaluation.csv")).isRegularFile();
        assertThat(Files.readString(out.resolve("paired.txt"))).contains("ours minus");

        var again = run("--out", out.toString());
        assertThat(again.exitCode()).isEqualTo(ExitCodes.INPUT_REFUSED);
        assertThat(again.err()).contains("--overwrite");
    }

    @Test
    void measuresWhatIsAskedFor() {
        var run = run("--measure", "hd95_monai_mm,nsd_voxel_1.5mm,lesion_wise_dsc");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("HD95 of voxels, as MONAI (mm)", "NSD of voxels at 1.5 mm", "Lesion-wise DSC")
                .doesNotContain("Precision");
    }

    @Test
    void namesTheMeasuresThatThereAre() {
        var run = run("--measure", "dice");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("No measure 'dice'; there are dsc, ");
    }
}
