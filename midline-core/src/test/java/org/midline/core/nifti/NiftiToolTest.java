package org.midline.core.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

/** What the NIfTI library's own tool says of the files that are written here. */
class NiftiToolTest {
    @TempDir
    Path folder;

    private static String niftiTool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("nifti_tool"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return abort("nifti_tool is not installed (Debian: nifti-bin)");
        }
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static List<Double> field(Path file, String name) throws IOException, InterruptedException {
        String line = niftiTool("-disp_hdr", "-field", name, "-infiles", file.toString())
                .lines()
                .filter(text -> text.strip().startsWith(name))
                .findFirst()
                .orElseThrow();
        List<String> words = List.of(line.strip().split("\\s+"));
        return words.subList(3, words.size()).stream().map(Double::valueOf).toList();
    }

    @Test
    void itIsContentWithEveryKindOfFile() throws IOException, InterruptedException {
        Volume volume = NiftiRoundTripTest.ramp(NiftiRoundTripTest.obliqueGrid());
        var sheared = new VoxelGrid(
                3, 3, 3, new Affine(new Vec3(1, 0, 0), new Vec3(0.3, 1, 0), new Vec3(0, 0, 2), new Vec3(0, 0, 0)));
        NiftiWriter.write(folder.resolve("volume.nii"), volume);
        NiftiWriter.write(folder.resolve("volume.nii.gz"), volume);
        NiftiWriter.write(folder.resolve("mask.nii.gz"), Mask.above(volume, 0));
        NiftiWriter.writeLabels(folder.resolve("sheared.nii.gz"), sheared, new byte[27]);
        for (String name : List.of("volume.nii", "volume.nii.gz", "mask.nii.gz", "sheared.nii.gz")) {
            String file = folder.resolve(name).toString();
            assertThat(niftiTool("-check_hdr", "-infiles", file)).contains("header IS GOOD");
            assertThat(niftiTool("-check_nim", "-infiles", file)).contains("nifti_image IS GOOD");
        }
        assertThat(field(folder.resolve("sheared.nii.gz"), "qform_code")).containsExactly(0.0);
        assertThat(NiftiReader.read(folder.resolve("sheared.nii.gz")).volume().grid())
                .satisfies(grid -> assertThat(grid.sameAs(sheared, 1e-6)).isTrue());
    }

    @Test
    void itReadsTheSameGeometryInRas() throws IOException, InterruptedException {
        VoxelGrid grid = NiftiRoundTripTest.obliqueGrid();
        Path file = folder.resolve("volume.nii.gz");
        NiftiWriter.write(file, NiftiRoundTripTest.ramp(grid));
        assertThat(field(file, "dim")).startsWith(3.0, 7.0, 5.0, 3.0);
        assertThat(field(file, "sform_code")).containsExactly(1.0);
        assertThat(field(file, "qform_code")).containsExactly(1.0);
        assertThat(field(file, "xyzt_units")).containsExactly(2.0);
        assertThat(field(file, "pixdim").subList(1, 4)).satisfies(spacing -> {
            assertThat(spacing.get(0)).isCloseTo(0.8, within(1e-5));
            assertThat(spacing.get(1)).isCloseTo(1.1, within(1e-5));
            assertThat(spacing.get(2)).isCloseTo(5.5, within(1e-5));
        });
        double c = Math.cos(Math.toRadians(17));
        double s = Math.sin(Math.toRadians(17));
        assertRow(field(file, "srow_x"), -0.8 * c, 1.1 * s, 0, 91.25);
        assertRow(field(file, "srow_y"), -0.8 * s, -1.1 * c, 0, -40.5);
        assertRow(field(file, "srow_z"), 0, 0, -5.5, 12);
    }

    @Test
    void itReadsTheVoxelsInTheSameOrder() throws IOException, InterruptedException {
        Path file = folder.resolve("volume.nii");
        Volume volume = NiftiRoundTripTest.ramp(NiftiRoundTripTest.obliqueGrid());
        NiftiWriter.write(file, volume);
        String voxel = niftiTool("-quiet", "-disp_ci", "5", "1", "2", "0", "0", "0", "0", "-infiles", file.toString());
        assertThat(Double.parseDouble(voxel.strip())).isCloseTo(volume.at(5, 1, 2), within(1e-4));
    }

    private static void assertRow(List<Double> row, double... expected) {
        assertThat(row).hasSize(expected.length);
        for (int n = 0; n < expected.length; n++) {
            assertThat(row.get(n)).isCloseTo(expected[n], within(1e-5));
        }
    }
}
