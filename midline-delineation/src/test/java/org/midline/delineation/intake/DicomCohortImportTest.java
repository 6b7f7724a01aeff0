package org.midline.delineation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortPatient;
import org.midline.cohort.PersonName;
import org.midline.cohort.Split;
import org.midline.cohort.SplitShares;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.nifti.NiftiReader;
import org.midline.dicom.DicomSegmentation;
import org.midline.dicom.MrSeries;
import org.midline.dicom.PatientStudy;
import org.midline.dicom.SetAside;
import org.midline.dicom.read.DicomStudyReader;

class DicomCohortImportTest {
    @TempDir
    private Path dicom;

    @TempDir
    private Path work;

    private ImportedCohort run(List<Boolean> worked) throws IOException {
        return new DicomCohortImport(dicom, "gtv", work.resolve("cohort"), SplitShares.USUAL, 1)
                .run((done, of, id, work) -> worked.add(work));
    }

    private void fourPatients() throws IOException {
        DrawnStudy.write(dicom.resolve("a"), "P 1", "1", "GTV", 14, "frame");
        DrawnStudy.write(dicom.resolve("b"), "P 1", "2", "GTV", 18, "frame");
        DrawnStudy.write(dicom.resolve("c"), "P2", "1", "GTV", 16, "another");
        DrawnStudy.write(dicom.resolve("d"), "P3", "1", "Brainstem", 16, "frame");
        DrawnStudy.write(dicom.resolve("e"), "P4", "1", "gtv ", 16, "frame");
    }

    @Test
    void studiesBecomeACohort() throws IOException {
        fourPatients();
        ImportedCohort imported = run(new ArrayList<>());
        Cohort cohort = Cohort.read(work.resolve("cohort"));
        assertThat(cohort).isEqualTo(imported.cohort());
        assertThat(cohort.synthetic()).isTrue();
        assertThat(cohort.patients()).extracting(CohortPatient::id).containsExactly("P2", "P4", "P_1", "P_1-2");
        CohortPatient first = cohort.patients().get(2);
        assertThat(first.split()).isEqualTo(cohort.patients().get(3).split());
        assertThat(PersonName.of(cohort.patients().get(3))).isEqualTo("P_1");
        assertThat(first.images().keySet()).containsExactly(Sequence.T2, Sequence.FLAIR);

        Mask t2 = first.images().get(Sequence.T2).readGtv();
        assertThat(t2.grid()
                        .sameAs(
                                NiftiReader.read(first.images().get(Sequence.T2).image())
                                        .volume()
                                        .grid(),
                                1e-3))
                .isTrue();
        assertThat(t2.volumeMl()).isEqualTo(DrawnStudy.ball(DrawnStudy.T2, 14).volumeMl());
        assertThat(t2.centroidLps().minus(DrawnStudy.T2.centreLps()).length()).isLessThan(0.01);
        Mask flair = first.images().get(Sequence.FLAIR).readGtv();
        assertThat(flair.grid().spacingMm(0)).isCloseTo(4, within(1e-4));
        assertThat(flair.volumeMl()).isCloseTo(t2.volumeMl(), within(0.2 * t2.volumeMl()));
        assertThat(flair.centroidLps().minus(DrawnStudy.T2.centreLps()).length())
                .isLessThan(1);
        assertThat(cohort.patients().get(0).images().keySet())
                .as("FLAIR in another frame")
                .containsExactly(Sequence.T2);
        assertThat(imported.leftOut())
                .extracting(SetAside::what, SetAside::reason)
                .satisfiesExactlyInAnyOrder(
                        each -> assertThat(each.toList().toString())
                                .contains("study P3", "no ROI or segment 'gtv'", "'Brainstem'"),
                        each -> assertThat(each.toList().toString())
                                .contains("T2-FLAIR of study P2", "another frame of reference"));
    }

    @Test
    void whatWasDoneIsNotDoneAgainAndTheTableGivesTheSplits() throws IOException {
        fourPatients();
        run(new ArrayList<>());
        Files.delete(work.resolve("cohort/cohort.json"));
        Files.writeString(
                dicom.resolve("participants.tsv"), "participant_id\tsplit\nP_1\ttest\nP2\ttrain\nP4\tvalidation\n");
        List<Boolean> worked = new ArrayList<>();
        Cohort cohort = run(worked).cohort();
        assertThat(worked).as("P3 alone is tried again").containsExactlyInAnyOrder(false, false, true, false, false);
        assertThat(cohort.patients())
                .extracting(CohortPatient::split)
                .containsExactly(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.TEST);
    }

    @Test
    void aSegmentationIsPutOnTheImage() throws IOException {
        DrawnStudy.write(dicom, "P1", "1", "GTV", 14, "frame");
        MrSeries flair =
                DicomStudyReader.read(List.of(dicom.resolve("flair"))).series().get(0);
        Mask drawn = DrawnStudy.ball(flair.volume().grid(), 14);
        PatientStudy study = flair.patientStudy();
        var segment = new DicomSegmentation.Segment(1, "GTV", drawn);
        var target = new DrawnTarget.Voxels(
                dicom,
                new DicomSegmentation(
                        study, "1", flair.frameOfReferenceUid(), flair.seriesInstanceUid(), List.of(segment)),
                segment);
        assertThat(target.isDrawnOn(flair)).isTrue();
        assertThat(target.on(flair, List.of()).inside()).isEqualTo(drawn.inside());
        MrSeries t2 =
                DicomStudyReader.read(List.of(dicom.resolve("t2"))).series().get(0);
        assertThat(target.isDrawnOn(t2)).isFalse();
        assertThat(target.sharesFrameWith(t2)).isTrue();
        assertThat(target.on(t2, List.of()).volumeMl()).isCloseTo(drawn.volumeMl(), within(0.2 * drawn.volumeMl()));
    }

    @Test
    void whatCannotBeImportedIsRefused() throws IOException {
        DrawnStudy.write(dicom.resolve("d"), "P3", "1", "Brainstem", 16, "frame");
        assertThatThrownBy(() -> run(new ArrayList<>()))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContainingAll("no study could be taken over", "'Brainstem'");
        assertThatThrownBy(() -> new DicomCohortImport(dicom, "GTV", dicom.resolve("cohort"), SplitShares.USUAL, 1)
                        .run((done, of, id, worked) -> {}))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("lies in the folder");
        Files.createDirectories(work.resolve("cohort"));
        Files.deleteIfExists(work.resolve("cohort/patients"));
        Files.writeString(work.resolve("cohort/mine.txt"), "mine");
        assertThatThrownBy(() -> run(new ArrayList<>()))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("not empty");
    }
}
