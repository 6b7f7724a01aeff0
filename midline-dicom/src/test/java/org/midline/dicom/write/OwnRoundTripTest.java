package org.midline.dicom.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.midline.core.InputRefusedException;
import org.midline.dicom.DicomStudy;
import org.midline.dicom.MrSeries;
import org.midline.dicom.RtRoi;
import org.midline.dicom.RtStructureSet;
import org.midline.dicom.read.DicomStudyReader;
import org.midline.dicom.read.RtStructureSetReader;
import org.midline.dicom.write.ForeignRoundTripTest.Acquisition;

/** What Midline's own readers make of what it wrote. */
class OwnRoundTripTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void seriesComesBack(Acquisition acquisition) throws IOException {
        MrSeries written = StructureSetFiles.series(folder, acquisition.grid());
        DicomStudy study = DicomStudyReader.read(List.of(folder));
        assertThat(study.setAside()).isEmpty();
        assertThat(study.series()).hasSize(1);
        MrSeries read = study.series().get(0);
        assertThat(read.patientStudy()).isEqualTo(written.patientStudy());
        assertThat(read.attributes()).isEqualTo(written.attributes());
        assertThat(read.slices()).isEqualTo(written.slices());
        assertThat(read.frameOfReferenceUid()).isEqualTo(written.frameOfReferenceUid());
        assertThat(read.volume().grid().sameAs(written.volume().grid(), 1e-6)).isTrue();
        float[] values = read.volume().values();
        for (int n = 0; n < values.length; n += 97) {
            assertThat(values[n]).isCloseTo(written.volume().values()[n], within(0.005f));
        }
    }

    @ParameterizedTest
    @EnumSource
    void masksComeBackVoxelForVoxel(Acquisition acquisition) throws IOException {
        for (HoleEncoding holes : HoleEncoding.values()) {
            var files = StructureSetFiles.write(folder, acquisition.grid(), holes);
            RtStructureSet read = RtStructureSetReader.read(files.structureSet());
            assertThat(read.rois()).extracting(RtRoi::name).containsExactly("GTV", "Shell");
            assertThat(read.rois()).extracting(RtRoi::interpretedType).containsExactly("GTV", "ORGAN");
            for (Structure structure : files.structures()) {
                assertThat(read.roi(structure.name())
                                .orElseThrow()
                                .maskOn(acquisition.grid())
                                .inside())
                        .isEqualTo(structure.mask().inside());
            }
        }
    }

    @Test
    void structureSetSaysWhatItBelongsTo() throws IOException {
        var files = StructureSetFiles.write(folder, SyntheticStudy.axialThick(), HoleEncoding.KEYHOLE);
        RtStructureSet read = RtStructureSetReader.read(files.structureSet());
        assertThat(read.patientStudy()).isEqualTo(files.series().patientStudy());
        assertThat(read.referencedSeriesUid()).isEqualTo(files.series().seriesInstanceUid());
        assertThat(read.frameOfReferenceUid()).isEqualTo(SyntheticStudy.FRAME_OF_REFERENCE);
        assertThat(read.approvalStatus()).isEqualTo("UNAPPROVED");
        assertThat(read.label()).isEqualTo("MIDLINE");
    }

    @Test
    void contoursOfAnotherGridAreRefused() throws IOException {
        var files = StructureSetFiles.write(folder, SyntheticStudy.axialThick(), HoleEncoding.KEYHOLE);
        RtRoi roi = RtStructureSetReader.read(files.structureSet()).rois().get(0);
        assertThatThrownBy(() -> roi.maskOn(SyntheticStudy.axialTilted()))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("'GTV'");
    }

    @Test
    void whatIsNoStructureSetIsRefused() throws IOException {
        var files = StructureSetFiles.write(folder, SyntheticStudy.axialThick(), HoleEncoding.KEYHOLE);
        assertRefused(files.seriesFolder().resolve("mr_0001.dcm"), "SOPClassUID");
        byte[] whole = Files.readAllBytes(files.structureSet());
        assertRefused(Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(whole, whole.length / 2)), "truncated");
        assertRefused(Files.writeString(folder.resolve("text.dcm"), "no DICOM at all"), "not a DICOM file");
        assertRefused(folder.resolve("missing.dcm"), "missing.dcm");
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> RtStructureSetReader.read(file))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
}
