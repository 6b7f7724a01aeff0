package org.midline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Mask;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiWriter;
import org.midline.dicom.MrSeries;
import org.midline.dicom.read.DicomStudyReader;
import org.midline.dicom.write.Color;
import org.midline.dicom.write.InterpretedType;
import org.midline.dicom.write.RtStructureSetWriter;
import org.midline.dicom.write.Structure;
import org.midline.dicom.write.StructureSetInfo;

class CohortCommandTest {
    private static final VoxelGrid GRID = VoxelGrid.axisAligned(10, 10, 10, 8, 8, 8);

    @TempDir
    private Path folder;

    @TempDir
    private Path work;

    @BeforeEach
    void sixPatients() throws IOException {
        for (int n = 0; n < 6; n++) {
            write("P" + n, GRID, n);
        }
    }

    private void write(String id, VoxelGrid maskGrid, int seed) throws IOException {
        var values = new float[GRID.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = (7 * n + seed) % 101;
        }
        NiftiWriter.write(folder.resolve(id).resolve(id + "_flair.nii.gz"), new Volume(GRID, values));
        var inside = new boolean[maskGrid.voxelCount()];
        for (int n = 0; n <= seed; n++) {
            inside[n] = true;
        }
        NiftiWriter.write(folder.resolve(id).resolve(id + "_seg.nii.gz"), new Mask(maskGrid, inside));
    }

    @Test
    void aCohortInOrder() {
        var run = CommandRun.of("cohort", "check", folder);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out())
                .contains(
                        "Layout: BraTS",
                        "Patients: 6",
                        "1 (in 6 of 6)",
                        "no splits; they are drawn",
                        "0 errors, 0 warnings")
                .containsPattern("T2-FLAIR +6 +4 +1 +1 +1.8, 0.5 to 3.1 +8.00 x 8.00 x 8.00, 8.00 to 8.00");
    }

    @Test
    void anErrorNamesTheFileAndStopsTraining() throws IOException {
        write("P4", VoxelGrid.axisAligned(10, 10, 9, 8, 8, 8), 4);
        var check = CommandRun.of("cohort", "check", folder);
        assertThat(check.exitCode()).isEqualTo(ExitCodes.INPUT_REFUSED);
        assertThat(check.out())
                .contains("ERROR " + folder.resolve("P4/P4_seg.nii.gz"), "10 x 10 x 9", "1 error, 0 warnings");
        var train = CommandRun.of("train", "--cohort", folder, "--sequence", "flair", "--out", work.resolve("m"));
        assertThat(train.exitCode()).isEqualTo(ExitCodes.INPUT_REFUSED);
        assertThat(train.err()).contains("P4_seg.nii.gz", "10 x 10 x 9", "midline cohort check " + folder);
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void theLocaliserNeedsAnatomy() {
        var train = CommandRun.of("train", "--cohort", folder, "--localiser", "--out", work.resolve("m"));
        assertThat(train.exitCode()).isEqualTo(ExitCodes.INPUT_REFUSED);
        assertThat(train.err()).contains("no labels of brainstem and thalami", "--sequence");
    }

    @Test
    void optionsThatMakeNoSense() {
        for (String wrong : new String[] {"--target-labels=0,1", "--channel=0=dwi", "--split-shares=70,30"}) {
            var run = CommandRun.of("cohort", "check", folder, wrong);
            assertThat(run.exitCode()).as(wrong).isEqualTo(ExitCodes.USAGE);
        }
    }

    @Test
    void dicomIsImportedFirst() throws IOException {
        Path dicom = work.resolve("dicom");
        for (String patient : new String[] {"SYN-A", "SYN-B", "SYN-C"}) {
            Path home = dicom.resolve(patient);
            SmallStudy.writeT2(home.resolve("t2"), patient);
            if (!patient.equals("SYN-C")) {
                drawn(home);
            }
        }
        var train = CommandRun.of("train", "--cohort", dicom, "--sequence", "t2", "--out", work.resolve("m"));
        assertThat(train.exitCode()).isEqualTo(ExitCodes.INPUT_REFUSED);
        assertThat(train.err()).contains("midline cohort import " + dicom);

        Path cohort = work.resolve("cohort");
        var run = CommandRun.of("cohort", "import", dicom, "--out", cohort, "--split-shares", "1,1,0");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).contains("2 studies", "1 left out", "midline cohort check " + cohort);
        assertThat(run.err()).contains("SYN-C", "no ROI or segment 'GTV'");
        var check = CommandRun.of("cohort", "check", cohort);
        assertThat(check.out())
                .contains("Layout: Midline", "Patients: 2, SYNTHETIC")
                .containsPattern("T2 +2 +1 +1 +0 +10.0, 10.0 to 10.0 +2.00 x 2.00 x 5.00");
        assertThat(check.out()).as("the images are one ramp").contains("same voxels");
    }

    /** A box of 100 voxels in each of five slices, on the T2. */
    private static void drawn(Path study) throws IOException {
        MrSeries t2 =
                DicomStudyReader.read(List.of(study.resolve("t2"))).series().get(0);
        VoxelGrid grid = t2.volume().grid();
        var inside = new boolean[grid.voxelCount()];
        for (int k = 3; k < 8; k++) {
            for (int j = 10; j < 20; j++) {
                for (int i = 10; i < 20; i++) {
                    inside[grid.index(i, j, k)] = true;
                }
            }
        }
        RtStructureSetWriter.write(
                study.resolve("rs.dcm"),
                t2,
                List.of(new Structure("GTV", InterpretedType.GTV, new Color(1, 2, 3), new Mask(grid, inside), "")),
                new StructureSetInfo("S", "", "", "", "", "", LocalDateTime.of(2026, 1, 1, 12, 0)));
    }
}
