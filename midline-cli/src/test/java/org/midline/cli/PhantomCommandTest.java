package org.midline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.midline.cohort.Cohort;
import org.midline.cohort.CohortImage;
import org.midline.cohort.CohortPatient;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiReader;
import org.midline.core.resample.Resampler;
import org.midline.dicom.MrSeries;
import org.midline.dicom.RtStructureSet;
import org.midline.dicom.read.DicomStudyReader;
import org.midline.dicom.read.RtStructureSetReader;

/** A patient in every form, made by the command, and the same to a fraction of a millimetre in each. */
class PhantomCommandTest {
    private static final Path QUICK_CENTRE = Path.of(
            "..",
            "midline-phantom",
            "src",
            "test",
            "resources",
            "org",
            "midline",
            "phantom",
            "cohort",
            "quick-centre.json");

    @TempDir
    private static Path work;

    private static Path out;
    private static CommandRun run;
    private static CohortPatient patient;

    @BeforeAll
    static void make() {
        out = work.resolve("cohort");
        run = CommandRun.of(
                "phantom",
                "--patients",
                1,
                "--seed",
                990_400,
                "--centre",
                QUICK_CENTRE,
                "--format",
                "brats,nnunet,dicom",
                "--sheet",
                work.resolve("sheet.png"),
                "--out",
                out);
        assertThat(run.err()).doesNotContain("Exception");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
        patient = Cohort.read(out).patients().get(0);
    }

    private static MrSeries series(Sequence sequence) {
        return DicomStudyReader.read(List.of(out.resolve("dicom/SYN-0001").resolve(sequence.key())))
                .series()
                .get(0);
    }

    @Test
    void everyFormIsThereAndTheSummaryIsPrinted() throws IOException {
        assertThat(run.out()).contains("1 SYNTHETIC patients", "centre quick", "1 synthetic patients (1 train");
        assertThat(out.resolve("summary.txt")).exists();
        assertThat(out.resolve("brats/train/SYN-0001/SYN-0001-seg.nii.gz")).exists();
        assertThat(out.resolve("nnunet/Dataset502_MidlineT2/imagesTr/SYN-0001_0000.nii.gz"))
                .hasSameBinaryContentAs(out.resolve("patients/SYN-0001/t2.nii.gz"));
        assertThat(ImageIO.read(work.resolve("sheet.png").toFile()).getWidth()).isGreaterThan(1000);
    }

    @ParameterizedTest
    @EnumSource(Sequence.class)
    void dicomAndNiftiShowTheSameImageAtTheSamePlace(Sequence sequence) {
        Volume nifti = NiftiReader.read(patient.images().get(sequence).image()).volume();
        Volume dicom = series(sequence).volume();
        assertThat(dicom.grid().voxelVolumeMm3())
                .isCloseTo(
                        nifti.grid().voxelVolumeMm3(),
                        within(1e-4 * nifti.grid().voxelVolumeMm3()));
        Volume moved = Resampler.nearest(dicom, nifti.grid(), -1);
        double difference = 0;
        double sum = 0;
        for (int n = 0; n < moved.values().length; n++) {
            difference += Math.abs(moved.values()[n] - nifti.values()[n]);
            sum += nifti.values()[n];
        }
        assertThat(difference / sum).isLessThan(1e-3);
    }

    @ParameterizedTest
    @EnumSource(Sequence.class)
    void theStructureSetHasTheTruthAtTheSamePlaceAndAsLarge(Sequence sequence) {
        CohortImage files = patient.images().get(sequence);
        RtStructureSet truth = RtStructureSetReader.read(
                out.resolve("dicom/SYN-0001").resolve("rtstruct_%s.dcm".formatted(sequence.key())));
        VoxelGrid grid = series(sequence).volume().grid();
        assertThat(truth.patientStudy().patientId()).isEqualTo("SYN-0001");
        assertThat(truth.rois())
                .extracting(roi -> roi.name())
                .containsExactly("GTV", "GTV_expert", "Brainstem", "Thalami");
        assertSame(
                truth.roi("GTV").orElseThrow().maskOn(grid),
                NiftiReader.read(files.gtv()).mask());
        assertSame(
                truth.roi("GTV_expert").orElseThrow().maskOn(grid),
                NiftiReader.read(files.expert().orElseThrow()).mask());
    }

    @Test
    void theCommonGridHasTheTumourAtTheSamePlace() {
        Mask seg = NiftiReader.read(out.resolve("brats/train/SYN-0001/SYN-0001-seg.nii.gz"))
                .mask();
        Mask truth = NiftiReader.read(patient.images().get(Sequence.T1C).gtv()).mask();
        assertThat(seg.volumeMl()).isCloseTo(truth.volumeMl(), within(0.05 * truth.volumeMl()));
        assertThat(seg.centroidLps().minus(truth.centroidLps()).length()).isLessThan(0.5);
    }

    @Test
    void aSecondRunKeepsThePatient() throws IOException {
        Path image = out.resolve("patients/SYN-0001/t1c.nii.gz");
        var before = Files.getLastModifiedTime(image);
        var again = CommandRun.of(
                "phantom",
                "--patients",
                1,
                "--seed",
                990_400,
                "--centre",
                QUICK_CENTRE,
                "--format",
                "dicom",
                "--out",
                out);
        assertThat(again.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(Files.getLastModifiedTime(image)).isEqualTo(before);
    }

    private static void assertSame(Mask actual, Mask expected) {
        assertThat(actual.volumeMl()).isCloseTo(expected.volumeMl(), within(1e-3 * expected.volumeMl()));
        assertThat(actual.centroidLps().minus(expected.centroidLps()).length()).isLessThan(0.01);
    }
}
