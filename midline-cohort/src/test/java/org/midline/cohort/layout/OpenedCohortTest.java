package org.midline.cohort.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midline.cohort.SmallImages.writeBrats;
import static org.midline.cohort.SmallImages.writeImage;
import static org.midline.cohort.SmallImages.writeMask;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.PersonName;
import org.midline.cohort.Split;
import org.midline.cohort.SplitShares;
import org.midline.cohort.TargetLabels;
import org.midline.core.InputRefusedException;
import org.midline.core.Sequence;

class OpenedCohortTest {
    private static final CohortChoices USUAL = CohortChoices.usual();

    @TempDir
    private Path folder;

    private OpenedCohort open() {
        return OpenedCohort.open(folder, USUAL);
    }

    private static CohortPatient patient(OpenedCohort opened, String id) {
        return opened.cohort().patients().stream()
                .filter(patient -> patient.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CohortChoices target(String roi) {
        return new CohortChoices(TargetLabels.every(), Optional.of(roi), Map.of(), SplitShares.USUAL, 1);
    }

    @Test
    void bratsOfToday() throws IOException {
        for (int n = 0; n < 6; n++) {
            writeBrats(folder, "BraTS-PED-0000%d-000".formatted(n), n, 5, 3);
            writeBrats(folder, "BraTS-PED-0000%d-001".formatted(n), 10 + n, 5, 3, n == 0 ? 2 : 0);
        }
        Files.delete(folder.resolve("BraTS-PED-00005-001/BraTS-PED-00005-001-seg.nii.gz"));
        OpenedCohort opened = open();
        assertThat(opened.layout()).isEqualTo(CohortLayout.BRATS);
        assertThat(opened.cohort().patients()).hasSize(11);
        assertThat(opened.masksByLabel()).containsExactlyInAnyOrderEntriesOf(Map.of(1, 11, 2, 11, 3, 1));
        assertThat(opened.notes()).anyMatch(note -> note.contains("1 cases without segmentation"));
        CohortPatient one = patient(opened, "BraTS-PED-00000-001");
        assertThat(one.images().keySet()).containsExactly(Sequence.T1C, Sequence.T2);
        assertThat(one.images().get(Sequence.T2).readGtv().voxelCount()).isEqualTo(10);
        assertThat(one.split()).isEqualTo(patient(opened, "BraTS-PED-00000-000").split());
        assertThat(one.attributes()).containsEntry(PersonName.ATTRIBUTE, "BraTS-PED-00000");
        assertThat(opened.cohort().patients())
                .extracting(CohortPatient::split)
                .contains(Split.TRAIN, Split.VALIDATION, Split.TEST);
        assertThat(opened.cohort().synthetic()).isFalse();
    }

    @Test
    void theTargetsLabelsAreChosenAndLeaveTheSplitsAsTheyAre() throws IOException {
        for (int n = 0; n < 8; n++) {
            writeBrats(folder, "P" + n, n, 5 + n, 30 - 3 * n);
        }
        OpenedCohort every = open();
        OpenedCohort chosen = OpenedCohort.open(
                folder,
                new CohortChoices(TargetLabels.of(Set.of(2)), Optional.empty(), Map.of(), SplitShares.USUAL, 1));
        assertThat(patient(chosen, "P4").images().get(Sequence.T2).readGtv().voxelCount())
                .isEqualTo(18);
        assertThat(chosen.cohort().patients())
                .extracting(CohortPatient::split)
                .isEqualTo(every.cohort().patients().stream()
                        .map(CohortPatient::split)
                        .toList());
    }

    @Test
    void bratsOfYesterdayAndBareNames() throws IOException {
        for (String name : List.of("t1", "t1ce", "t2", "flair")) {
            writeImage(folder.resolve("HGG/B18_1/B18_1_" + name + ".nii.gz"), name.hashCode());
        }
        writeMask(folder.resolve("HGG/B18_1/B18_1_seg.nii.gz"), 1);
        writeImage(folder.resolve("pat0002/flair.nii"), 9);
        writeMask(folder.resolve("pat0002/seg.nii"), 1);
        OpenedCohort opened = open();
        assertThat(patient(opened, "B18_1").images().keySet()).containsExactly(Sequence.values());
        assertThat(patient(opened, "B18_1").images().get(Sequence.T1C).image())
                .hasFileName("B18_1_t1ce.nii.gz")
                .isAbsolute();
        assertThat(patient(opened, "pat0002").images().keySet()).containsExactly(Sequence.FLAIR);
    }

    @Test
    void foldersNamedAsSplitsGiveThem() throws IOException {
        writeBrats(folder.resolve("train"), "A", 1, 4);
        writeBrats(folder.resolve("validation"), "B", 2, 4);
        writeBrats(folder.resolve("test"), "C", 3, 4);
        OpenedCohort opened = open();
        assertThat(opened.cohort().patients())
                .extracting(CohortPatient::split)
                .containsExactly(Split.TRAIN, Split.VALIDATION, Split.TEST);
        assertThat(opened.notes()).containsExactly("Splits are those of the folder");
    }

    @Test
    void oneCaseInTwoFoldersIsRefused() throws IOException {
        writeBrats(folder.resolve("x"), "A", 1, 4);
        writeBrats(folder.resolve("y"), "A", 2, 4);
        assertThatThrownBy(this::open)
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContainingAll("case 'A'", "x/A", "y/A");
    }

    private void nnUnet(String description) throws IOException {
        Files.writeString(folder.resolve("dataset.json"), description);
        for (int n = 0; n < 4; n++) {
            writeImage(folder.resolve("imagesTr/C%d_0000.nii.gz".formatted(n)), 2 * n);
            writeImage(folder.resolve("imagesTr/C%d_0001.nii.gz".formatted(n)), 2 * n + 1);
            writeMask(folder.resolve("labelsTr/C%d.nii.gz".formatted(n)), 4 + n, 1);
        }
    }

    @Test
    void nnUnetOfTwo() throws IOException {
        nnUnet("""
                {"channel_names": {"0": "T1", "1": "T2-FLAIR"}, "file_ending": ".nii.gz",
                 "labels": {"background": 0, "core": 1, "whole": [1, 2]}}""");
        writeImage(folder.resolve("imagesTs/D_0001.nii.gz"), 20);
        writeMask(folder.resolve("labelsTs/D.nii.gz"), 1);
        writeImage(folder.resolve("imagesTs/E_0001.nii.gz"), 21);
        OpenedCohort opened = open();
        assertThat(opened.layout()).isEqualTo(CohortLayout.NNUNET);
        assertThat(opened.expectedLabels()).containsExactlyInAnyOrder(1, 2);
        assertThat(opened.cohort().patients())
                .extracting(CohortPatient::id)
                .containsExactly("C0", "C1", "C2", "C3", "D");
        assertThat(patient(opened, "C1").images().get(Sequence.FLAIR).image()).hasFileName("C1_0001.nii.gz");
        assertThat(patient(opened, "C1").images()).hasSize(1);
        assertThat(patient(opened, "D").split()).isEqualTo(Split.TEST);
        assertThat(opened.cohort().patients(Split.TEST, Sequence.FLAIR)).hasSize(1);
        assertThat(opened.cohort().patients(Split.VALIDATION, Sequence.FLAIR)).hasSize(1);
        assertThat(opened.notes()).anyMatch(note -> note.contains("'T1'")).anyMatch(note -> note.contains(": E"));
    }

    @Test
    void nnUnetOfOneWithItsFoldsAndNamesThatDoNotSay() throws IOException {
        nnUnet("""
                {"modality": {"0": "MRI", "1": "other"}, "labels": {"0": "background", "1": "a", "2": "b"}}""");
        assertThatThrownBy(this::open)
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContainingAll("0 'MRI'", "--channel 0=t2");
        Files.writeString(
                folder.resolve("splits_final.json"),
                "[{\"train\": [\"C0\", \"C3\"], \"val\": [\"C1\", \"C2\"]}, {\"train\": [], \"val\": []}]");
        OpenedCohort opened = OpenedCohort.open(
                folder,
                new CohortChoices(
                        TargetLabels.every(), Optional.empty(), Map.of(0, Sequence.T2), SplitShares.USUAL, 1));
        assertThat(opened.expectedLabels()).containsExactlyInAnyOrder(1, 2);
        assertThat(opened.cohort().patients())
                .extracting(CohortPatient::split)
                .containsExactly(Split.TRAIN, Split.VALIDATION, Split.VALIDATION, Split.TRAIN);
        assertThat(patient(opened, "C0").images().keySet()).containsExactly(Sequence.T2);
    }

    @Test
    void namesOfChannels() {
        for (String name : List.of("T1-Gd", "t1c", "T1CE", "T1w post contrast", "ceT1", "T1 +KM", "t1gd")) {
            assertThat(SequenceNames.ofChannel(name)).as(name).contains(Sequence.T1C);
        }
        for (String name : List.of("T2", "t2w", "T2-TSE", "T2 weighted")) {
            assertThat(SequenceNames.ofChannel(name)).as(name).contains(Sequence.T2);
        }
        for (String name : List.of("FLAIR", "T2-FLAIR", "t2f", "T2w FLAIR")) {
            assertThat(SequenceNames.ofChannel(name)).as(name).contains(Sequence.FLAIR);
        }
        for (String name : List.of("T1", "T1w", "T1 no contrast", "T2*", "ADC", "CT", "MRI")) {
            assertThat(SequenceNames.ofChannel(name)).as(name).isEmpty();
        }
    }

    private void bids(String subject, int seed) throws IOException {
        for (String session : List.of("1", "2")) {
            String name = "sub-%s_ses-%s".formatted(subject, session);
            Path anat = folder.resolve("sub-%s/ses-%s/anat".formatted(subject, session));
            writeImage(anat.resolve(name + "_T2w.nii.gz"), seed);
            writeImage(anat.resolve(name + "_FLAIR.nii.gz"), seed + 1);
            writeImage(anat.resolve(name + "_T1w.nii.gz"), seed + 2);
            writeImage(anat.resolve(name + "_ce-gadolinium_T1w.nii.gz"), seed + 3);
            Path masks = folder.resolve("derivatives/experts/sub-%s/ses-%s/anat".formatted(subject, session));
            writeMask(masks.resolve(name + "_desc-brain_mask.nii.gz"), 100);
            writeMask(masks.resolve(name + "_space-MNI152_label-tumor_mask.nii.gz"), 90);
            writeMask(masks.resolve(name + "_label-tumor_mask.nii.gz"), 10);
        }
    }

    @Test
    void bidsWithSessionsAndSites() throws IOException {
        for (int n = 0; n < 8; n++) {
            bids("0" + n, 10 * n);
        }
        Files.writeString(folder.resolve("participants.tsv"), "participant_id\tage\tsite\nsub-03\t7\tB\n03x\t1\tA\n");
        OpenedCohort opened = open();
        assertThat(opened.layout()).isEqualTo(CohortLayout.BIDS);
        assertThat(opened.cohort().patients()).hasSize(16);
        CohortPatient patient = patient(opened, "sub-03_ses-2");
        assertThat(patient.attributes())
                .containsEntry(PersonName.ATTRIBUTE, "sub-03")
                .containsEntry("centre", "B");
        assertThat(patient.images().get(Sequence.T1C).image()).hasFileName("sub-03_ses-2_ce-gadolinium_T1w.nii.gz");
        assertThat(patient.images().get(Sequence.FLAIR).readGtv().voxelCount()).isEqualTo(10);
        for (int n = 0; n < 8; n++) {
            assertThat(patient(opened, "sub-0%d_ses-1".formatted(n)).split())
                    .isEqualTo(patient(opened, "sub-0%d_ses-2".formatted(n)).split());
        }
    }

    @Test
    void ofSeveralBidsMasksTheNameDecidesOrTheUser() throws IOException {
        bids("01", 1);
        Path masks = folder.resolve("derivatives/experts/sub-01/ses-1/anat");
        writeMask(masks.resolve("sub-01_ses-1_space-T2w_label-tumor_mask.nii.gz"), 20);
        OpenedCohort opened = open();
        CohortPatient patient = patient(opened, "sub-01_ses-1");
        assertThat(patient.images().get(Sequence.T2).readGtv().voxelCount()).isEqualTo(20);
        assertThat(patient.images().get(Sequence.FLAIR).readGtv().voxelCount()).isEqualTo(10);
        writeMask(masks.resolve("sub-01_ses-1_label-lesion_mask.nii.gz"), 30);
        assertThatThrownBy(this::open)
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContainingAll("2 masks", "label-lesion", "label-tumor", "--target-roi");
        OpenedCohort named = OpenedCohort.open(folder, target("Lesion"));
        assertThat(patient(named, "sub-01_ses-1")
                        .images()
                        .get(Sequence.FLAIR)
                        .readGtv()
                        .voxelCount())
                .isEqualTo(30);
    }

    @Test
    void theTableOfParticipantsGivesSplits() throws IOException {
        for (int n = 0; n < 3; n++) {
            writeBrats(folder, "P" + n, n, 4);
        }
        Path table = folder.resolve("participants.tsv");
        Files.writeString(table, "participant_id\tsplit\nP0\ttest\nP1\ttrain\nP2\tvalidation\n");
        assertThat(open().cohort().patients())
                .extracting(CohortPatient::split)
                .containsExactly(Split.TEST, Split.TRAIN, Split.VALIDATION);
        Files.writeString(table, "participant_id\tsplit\nP0\ttest\nP1\tn/a\n");
        assertThatThrownBy(this::open).isInstanceOf(InputRefusedException.class).hasMessageContaining("1 of 3");
        Files.writeString(table, "participant_id\tsplit\nP0\tholdout\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContainingAll("line 2", "holdout");
    }

    @Test
    void whatIsNoCohortIsRefusedWithWhatToDo() throws IOException {
        assertThatThrownBy(this::open)
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContainingAll("no cohort", "nnU-Net", "BIDS", "BraTS");
        Path slice = folder.resolve("patient/t2/slice");
        Files.createDirectories(slice.getParent());
        byte[] dicom = new byte[200];
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, dicom, 128, 4);
        Files.write(slice, dicom);
        assertThatThrownBy(this::open)
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContainingAll("DICOM", "midline cohort import " + folder, "--target-roi", "--out");
        Path raw = folder.resolve("raw");
        for (String name : List.of("Dataset501_A", "Dataset502_B")) {
            Files.createDirectories(raw.resolve(name).resolve("imagesTr"));
            Files.writeString(raw.resolve(name).resolve("dataset.json"), "{}");
        }
        assertThatThrownBy(() -> OpenedCohort.open(raw, USUAL))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("Dataset501_A, Dataset502_B");
    }

    @Test
    void whatIsInsideASyntheticCohortIsSynthetic() throws IOException {
        writeImage(folder.resolve("patients/S/t2.nii.gz"), 1);
        writeMask(folder.resolve("patients/S/t2_gtv.nii.gz"), 1);
        Files.writeString(folder.resolve("cohort.json"), """
                {"format": 1, "name": "made up", "synthetic": true, "patients": [{"id": "S", "split": "train",
                 "images": {"t2": {"image": "patients/S/t2.nii.gz", "gtv": "patients/S/t2_gtv.nii.gz", "labels": "1"}}}]}""");
        writeBrats(folder.resolve("brats/train"), "S", 1, 1);
        OpenedCohort own = open();
        assertThat(own.layout()).isEqualTo(CohortLayout.MIDLINE);
        assertThat(patient(own, "S").images().get(Sequence.T2).labels()).isEqualTo(TargetLabels.ofKey("1"));
        assertThat(OpenedCohort.open(folder.resolve("brats"), USUAL).cohort().synthetic())
                .isTrue();
    }

    @Test
    void labelsAreReadAsNumbers() {
        assertThat(TargetLabels.ofKey("3, 1").key()).isEqualTo("1,3");
        assertThat(TargetLabels.every().contains(0)).isFalse();
        assertThat(TargetLabels.every().contains(7)).isTrue();
        for (String wrong : Arrays.asList("", "1,,2", "one", "0,1", "-1")) {
            assertThatThrownBy(() -> TargetLabels.ofKey(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
