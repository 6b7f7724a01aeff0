package org.midline.dicom.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.InputRefusedException;
import org.midline.core.Vec3;
import org.midline.dicom.DicomStudy;
import org.midline.dicom.MrSeries;
import org.midline.dicom.SetAside;
import org.midline.dicom.SharedMaterial;

/** What is read of a folder, and in what words it is refused. */
class DicomStudyReaderTest {

    @TempDir
    Path folder;

    @Test
    void slicesAreOrderedByPositionWhateverTheirNamesAndNumbers() throws IOException {
        int[] order = {3, 0, 4, 1, 2};
        for (int n = 0; n < order.length; n++) {
            SyntheticImage.slice(order[n]).write(folder, "image%d".formatted(n));
        }

        MrSeries series = onlySeries();

        var grid = series.volume().grid();
        assertThat(List.of(grid.sizeI(), grid.sizeJ(), grid.sizeK())).containsExactly(6, 4, 5);
        assertThat(List.of(grid.spacingMm(0), grid.spacingMm(1), grid.spacingMm(2)))
                .containsExactly(0.8, 0.5, 5.0);
        assertThat(grid.patientLps(0, 0, 0)).isEqualTo(new Vec3(-10, -20, 0));
        assertThat(grid.patientLps(5, 3, 4)).isEqualTo(new Vec3(-6, -18.5, 20));
        assertThat(series.volume().at(5, 3, 4)).isEqualTo(435);
        assertThat(series.volume().at(2, 1, 0)).isEqualTo(12);
        assertThat(series.slices().get(4).sopInstanceUid()).isEqualTo("2.25.10004");
        assertThat(series.slices().get(4).frameNumber()).isZero();
        assertThat(series.seriesInstanceUid()).isEqualTo("2.25.2");
        assertThat(series.frameOfReferenceUid()).isEqualTo("2.25.3");
        assertThat(series.patientStudy().patientName()).isEqualTo("Synthetic^One");
    }

    /** Coronal: rows to the left, columns to the feet, so that the normal points to the patient's back. */
    @Test
    void theGridIsRightHandedInEveryPlane() throws IOException {
        for (int n = 0; n < 3; n++) {
            SyntheticImage.slice(n)
                    .at(0, -4 * n, 0)
                    .numbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 0, -1)
                    .write(folder, "image" + n);
        }

        MrSeries series = onlySeries();

        var affine = series.volume().grid().voxelToPatientLps();
        assertThat(affine.determinant()).isEqualTo(0.8 * 0.5 * 4, within(1e-9));
        assertThat(affine.columnK().y()).isEqualTo(4, within(1e-9));
        assertThat(affine.translation().y()).isEqualTo(-8, within(1e-9));
        assertThat(series.volume().at(0, 0, 0)).isEqualTo(200);
    }

    @Test
    void storedValuesAreMaskedSignedRescaledAndPaddingIsNoSignal() throws IOException {
        for (int n = 0; n < 2; n++) {
            int[] samples = SyntheticImage.pattern(n);
            samples[0] = 0xF000 | 0x0FFF;
            samples[1] = 0x5000 | 0x0800;
            SyntheticImage.slice(n)
                    .stored(16, 12, 11, true)
                    .pixels(samples)
                    .numbers(Tag.RescaleSlope, VR.DS, 2)
                    .numbers(Tag.RescaleIntercept, VR.DS, 7)
                    .integer(Tag.PixelPaddingValue, VR.SS, -2048)
                    .write(folder, "image" + n);
        }

        MrSeries series = onlySeries();

        assertThat(series.volume().at(0, 0, 0))
                .as("-1 in 12 bits, rubbish above")
                .isEqualTo(2 * -1 + 7);
        assertThat(series.volume().at(1, 0, 0)).as("padding").isZero();
        assertThat(series.volume().at(3, 2, 1)).isEqualTo(2 * 123 + 7);
    }

    @Test
    void highBitSaysWhereTheValueSits() throws IOException {
        for (int n = 0; n < 2; n++) {
            int[] samples = SyntheticImage.pattern(n);
            for (int p = 0; p < samples.length; p++) {
                samples[p] = samples[p] << 4 | 0xB;
            }
            SyntheticImage.slice(n).stored(16, 12, 15, false).pixels(samples).write(folder, "image" + n);
        }

        assertThat(onlySeries().volume().at(3, 2, 1)).isEqualTo(123);
    }

    @Test
    void filesThatAreNoImagesOfTheSeriesAreSetAsideByName() throws IOException {
        threeSlices();
        Files.writeString(folder.resolve("notes.dcm"), "a text, not an image");
        Files.writeString(folder.resolve("nothing"), "");
        SyntheticImage.slice(8)
                .text(Tag.Modality, VR.CS, "CT")
                .text(Tag.SeriesInstanceUID, VR.UI, "2.25.9")
                .write(folder, "ct1");
        SyntheticImage.slice(9)
                .text(Tag.Modality, VR.CS, "CT")
                .text(Tag.SeriesInstanceUID, VR.UI, "2.25.9")
                .write(folder, "ct2");

        DicomStudy study = read();

        assertThat(study.series()).hasSize(1);
        assertThat(study.setAside())
                .containsExactlyInAnyOrder(
                        new SetAside(folder.resolve("notes.dcm").toString(), "not a DICOM file"),
                        new SetAside(folder.resolve("nothing").toString(), "the file is empty"),
                        new SetAside(folder.resolve("ct1") + " and 1 more of its series", "modality CT, expected MR"));
    }

    @Test
    void aListOfFilesIsReadAsTheyAreGiven() throws IOException {
        threeSlices();

        DicomStudy study = DicomStudyReader.read(List.of(folder.resolve("image0"), folder.resolve("image1")));

        assertThat(study.series().get(0).slices()).hasSize(2);
    }

    @Test
    void aDicomdirLeadsToItsFiles() throws Exception {
        Files.createDirectory(folder.resolve("IMG"));
        for (int n = 0; n < 3; n++) {
            SyntheticImage.slice(n)
                    .text(Tag.StudyTime, VR.TM, "101112")
                    .text(Tag.StudyID, VR.SH, "1")
                    .write(folder.resolve("IMG"), "I" + n);
        }
        SyntheticImage.slice(3).write(folder, "UNLISTED");
        assertThat(SharedMaterial.run(folder, "dcmmkdir", "+r", "+id", ".", "IMG"))
                .isZero();
        Files.delete(folder.resolve("IMG").resolve("I2"));

        DicomStudy study = DicomStudyReader.read(List.of(folder.resolve("DICOMDIR")));

        assertThat(study.series().get(0).slices()).hasSize(2);
        assertThat(study.setAside()).singleElement().satisfies(it -> {
            assertThat(it.what()).isEqualTo("IMG/I2");
            assertThat(it.reason()).contains("not there");
        });
    }

    @Test
    void twoPatientsAreRefused() throws IOException {
        threeSlices();
        SyntheticImage.slice(3).text(Tag.PatientID, VR.LO, "SYN-2").write(folder, "image3");

        refused("images of 2 patients ('SYN-1' in image0, 'SYN-2' in image3)");
    }

    @Test
    void twoStudiesAreRefused() throws IOException {
        threeSlices();
        SyntheticImage.slice(3)
                .text(Tag.StudyInstanceUID, VR.UI, "2.25.99")
                .text(Tag.StudyDate, VR.DA, "20250607")
                .write(folder, "image3");

        refused("2 studies (of 20240102, 20250607)");
    }

    @Test
    void emptyFoldersWrongPathsAndTextsAreRefused() throws IOException {
        refused(folder + ": no files there");
        assertThatThrownBy(() -> DicomStudyReader.read(List.of(folder.resolve("missing"))))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("missing: no such file or folder");
        Files.writeString(folder.resolve("text.dcm"), "Dear colleague,\nplease find enclosed");
        refused("text.dcm: not a DICOM file");
    }

    @Test
    void aTruncatedSliceSetsItsSeriesAsideWithTheFile() throws IOException {
        threeSlices();
        Path file = folder.resolve("image1");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 10));

        refused("image1: pixel data (7FE0,0010) of 38 bytes, expected 48: truncated");
    }

    private void threeSlices() throws IOException {
        for (int n = 0; n < 3; n++) {
            SyntheticImage.slice(n).write(folder, "image" + n);
        }
    }

    private DicomStudy read() {
        return DicomStudyReader.read(List.of(folder));
    }

    private MrSeries onlySeries() {
        DicomStudy study = read();
        assertThat(study.setAside()).isEmpty();
        assertThat(study.series()).hasSize(1);
        return study.series().get(0);
    }

    private void refused(String message) {
        assertThatThrownBy(this::read)
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }
}
