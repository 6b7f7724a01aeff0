package org.midline.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.Affine;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiReader;

class CohortWriterTest {
    private static final VoxelGrid GRID = VoxelGrid.axisAligned(4, 3, 2, 1, 1, 2.5);

    @TempDir
    Path folder;

    static LabelledImage image(float value, boolean withAnatomy) {
        var values = new float[GRID.voxelCount()];
        values[5] = value;
        var volume = new Volume(GRID, values);
        var anatomy = new byte[GRID.voxelCount()];
        anatomy[7] = AnatomyLabel.THALAMI.value();
        Mask mask = Mask.above(volume, 0);
        return withAnatomy
                ? new LabelledImage(volume, mask, Optional.of(Mask.empty(GRID)), Optional.of(anatomy))
                : new LabelledImage(volume, mask, Optional.empty(), Optional.empty());
    }

    private CohortWriter writer() {
        return new CohortWriter(folder, "trial", true, "Synthetic patients for a test.");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        CohortWriter writer = writer();
        writer.add("P2", Split.TEST, Map.of(Sequence.T2, image(1, false)), Map.of("seed", "2"));
        writer.add(
                "P1",
                Split.TRAIN,
                Map.of(Sequence.T1C, image(2, true), Sequence.FLAIR, image(3, true)),
                Map.of("seed", "1", "site", "pons"));
        Cohort written = writer.finish();
        Cohort read = Cohort.read(folder);
        assertThat(read).isEqualTo(written);
        assertThat(read.patients()).extracting(CohortPatient::id).containsExactly("P1", "P2");
        assertThat(read.patients(Split.TRAIN, Sequence.FLAIR)).hasSize(1);
        assertThat(read.patients(Split.TRAIN, Sequence.T2)).isEmpty();
        CohortImage flair = read.patients().get(0).images().get(Sequence.FLAIR);
        assertThat(flair.image()).isEqualTo(folder.toAbsolutePath().resolve("patients/P1/flair.nii.gz"));
        assertThat(NiftiReader.read(flair.image()).volume().values()[5]).isEqualTo(3);
        assertThat(NiftiReader.read(flair.gtv()).mask().voxelCount()).isEqualTo(1);
        assertThat(NiftiReader.read(flair.expert().orElseThrow()).mask().isEmpty())
                .isTrue();
        assertThat(NiftiReader.read(flair.anatomy().orElseThrow()).labels()[7]).isEqualTo((byte) 2);
        CohortImage t2 = read.patients().get(1).images().get(Sequence.T2);
        assertThat(t2.anatomy()).isEmpty();
        assertThat(t2.expert()).isEmpty();
    }

    @Test
    void anInterruptedRunGoesOn() throws IOException {
        writer().add("P1", Split.TRAIN, Map.of(Sequence.T2, image(1, true)), Map.of("seed", "1"));
        assertThatThrownBy(() -> Cohort.read(folder))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("cohort.json");

        CohortWriter second = writer();
        assertThat(second.resume(
                        "P1", patient -> patient.attributes().get("seed").equals("2")))
                .isEmpty();
        assertThat(second.resume(
                        "P1", patient -> patient.attributes().get("seed").equals("1")))
                .isPresent();
        assertThat(second.resume("P2", patient -> true)).isEmpty();
        second.add("P2", Split.TEST, Map.of(Sequence.T2, image(1, true)), Map.of("seed", "2"));
        second.finish();
        assertThat(Cohort.read(folder).patients()).hasSize(2);
    }

    @Test
    void aPatientWithoutAllFilesIsMadeAgain() throws IOException {
        CohortPatient patient =
                writer().add("P1", Split.TRAIN, Map.of(Sequence.T2, image(1, true)), Map.of("seed", "1"));
        Files.delete(patient.images().get(Sequence.T2).gtv());
        assertThat(writer().resume("P1", any -> true)).isEmpty();
    }

    @Test
    void whatAKilledRunLeftOfAPatientIsGivenUp() throws IOException {
        CohortPatient patient =
                writer().add("P1", Split.TRAIN, Map.of(Sequence.T2, image(1, true)), Map.of("seed", "1"));
        Path images = patient.images().get(Sequence.T2).image().getParent();
        Files.writeString(images.resolve(".t2.nii.gz.12-3.tmp"), "half an im");
        writer().begin("P1");
        assertThat(writer().resume("P1", any -> true)).isEmpty();
        assertThat(images).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aPatientIsAddedOnce() throws IOException {
        CohortWriter writer = writer();
        writer.add("p1", Split.TRAIN, Map.of(Sequence.T2, image(1, true)), Map.of());
        assertThatThrownBy(() -> writer.add("P1", Split.TRAIN, Map.of(Sequence.T2, image(1, true)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P1");
        assertThatThrownBy(() -> writer.add("../x", Split.TRAIN, Map.of(Sequence.T2, image(1, true)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer().finish()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOrderInWhichPatientsAreMadeDoesNotShow() throws IOException {
        List<String> ids = List.of("P3", "P1", "P4", "P2");
        CohortWriter writer = writer();
        ids.parallelStream().forEach(id -> {
            try {
                writer.add(id, Split.TRAIN, Map.of(Sequence.T2, image(1, true)), Map.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.finish();
        byte[] first = Files.readAllBytes(folder.resolve(Cohort.FILE_NAME));
        CohortWriter again = writer();
        ids.forEach(id -> assertThat(again.resume(id, patient -> true)).isPresent());
        again.finish();
        assertThat(folder.resolve(Cohort.FILE_NAME)).hasBinaryContent(first);
        assertThat(Cohort.read(folder).patients())
                .extracting(CohortPatient::id)
                .containsExactly("P1", "P2", "P3", "P4");
    }

    @Test
    void labelsOnAnotherGridAreRefused() {
        LabelledImage right = image(1, true);
        var shifted = new VoxelGrid(4, 3, 2, Affine.translation(0.5, 0, 0).after(GRID.voxelToPatientLps()));
        assertThatThrownBy(
                        () -> new LabelledImage(right.image(), Mask.empty(shifted), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GTV and image lie on different grids");
        assertThatThrownBy(() -> new LabelledImage(
                        right.image(), right.gtv(), Optional.of(Mask.empty(shifted)), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expert's mask");
        assertThatThrownBy(
                        () -> new LabelledImage(right.image(), right.gtv(), Optional.empty(), Optional.of(new byte[5])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 anatomy labels");
    }
}
