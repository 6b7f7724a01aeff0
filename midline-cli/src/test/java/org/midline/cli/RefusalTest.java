package org.midline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.nifti.NiftiWriter;

/** Input that cannot be worked on: one line that says why, exit code 3, and nothing left on disk. */
class RefusalTest {
    @TempDir
    private Path input;

    @TempDir
    private Path work;

    private void refused(String reason, Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--out";
        all[arguments.length + 1] = work.resolve("new/result");
        var run = CommandRun.of(all);
        assertThat(run.err().lines()).as(run.err()).hasSize(1);
        assertThat(run.err()).startsWith("midline: ").contains(reason).doesNotContain("Exception");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT_REFUSED);
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void wrongPath() {
        refused("nowhere", "segment", input.resolve("nowhere"));
        refused("nowhere.nii", "segment", "--t2", input.resolve("nowhere.nii"));
    }

    @Test
    void emptyFolder() {
        refused(input.toString(), "segment", input);
    }

    @Test
    void textFileCalledDcm() throws IOException {
        Files.writeString(input.resolve("slice.dcm"), "This is no image.\n");
        refused("slice.dcm", "segment", input);
        refused("slice.dcm", "segment", input.resolve("slice.dcm"));
    }

    @Test
    void truncatedNifti() throws IOException {
        NiftiWriter.write(input.resolve("whole.nii"), SmallStudy.image());
        NiftiWriter.write(input.resolve("whole.nii.gz"), SmallStudy.image());
        for (String ending : new String[] {".nii", ".nii.gz"}) {
            byte[] whole = Files.readAllBytes(input.resolve("whole" + ending));
            Path half = input.resolve("half" + ending);
            Files.write(half, Arrays.copyOf(whole, whole.length / 2));
            refused("truncated", "segment", "--t2", half);
        }
    }

    @Test
    void fourDimensionalNifti() throws IOException {
        NiftiWriter.write(input.resolve("one.nii"), SmallStudy.image());
        byte[] one = Files.readAllBytes(input.resolve("one.nii"));
        ByteBuffer four = ByteBuffer.allocate(352 + 4 * (one.length - 352)).order(ByteOrder.LITTLE_ENDIAN);
        four.put(one);
        four.putShort(40, (short) 4).putShort(48, (short) 4);
        Files.write(input.resolve("four.nii"), four.array());
        refused("4-D", "segment", "--flair", input.resolve("four.nii"));
    }

    @Test
    void twoPatientsInOneFolder() throws IOException {
        SmallStudy.writeT2(input.resolve("a"), "SYN-A");
        SmallStudy.writeT2(input.resolve("b"), "SYN-B");
        refused("2 patients", "segment", input);
    }

    @Test
    void studyWithoutUsableSeries() throws IOException {
        SmallStudy.writePlainT1(input.resolve("t1"), "SYN-A");
        refused("plain T1", "segment", input);
    }

    @Test
    void sequenceThatIsNotThere() throws IOException {
        SmallStudy.writeT2(input.resolve("t2"), "SYN-A");
        SmallStudy.writePlainT1(input.resolve("t1"), "SYN-A");
        refused("none of 2 series is recognised as T2-FLAIR", "segment", input, "--sequence", "flair");
    }

    @Test
    void folderWithoutModels() throws IOException {
        SmallStudy.writeT2(input.resolve("t2"), "SYN-A");
        refused("no model", "segment", input.resolve("t2"), "--model", work);
        refused("no such folder", "segment", input.resolve("t2"), "--model", work.resolve("none"));
    }

    @Test
    void folderWithoutCohort() {
        refused(input.toString(), "evaluate", "--cohort", input);
    }

    @Test
    void outputThatIsNotEmpty() throws IOException {
        SmallStudy.writeT2(input.resolve("t2"), "SYN-A");
        Files.writeString(input.resolve("mine.txt"), "mine");
        var run = CommandRun.of("segment", input.resolve("t2"), "--out", input);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT_REFUSED);
        assertThat(run.err()).contains("not empty");
        assertThat(input.resolve("mine.txt")).hasContent("mine");
    }
}
