package org.midline.dicom.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.InputRefusedException;
import org.midline.core.Vec3;
import org.midline.dicom.DicomStudy;
import org.midline.dicom.MrSeries;
import org.midline.dicom.SharedMaterial;

/** Multi-frame objects: geometry, timing and rescale from the functional groups. */
class EnhancedMrTest {
    private static final int FRAMES = 4;

    @TempDir
    Path folder;

    @Test
    void framesAreSlicesWhereTheirFunctionalGroupsPutThem() throws IOException {
        SyntheticImage image = enhanced();
        Sequence perFrame = image.dataset().newSequence(Tag.PerFrameFunctionalGroupsSequence, FRAMES);
        for (int frame = 0; frame < FRAMES; frame++) {
            perFrame.add(groups(3.0 * (FRAMES - frame), 1 + frame));
        }
        image.write(folder, "enhanced");

        MrSeries series = onlySeries();

        var grid = series.volume().grid();
        assertThat(List.of(grid.sizeI(), grid.sizeJ(), grid.sizeK())).containsExactly(6, 4, 4);
        assertThat(List.of(grid.spacingMm(0), grid.spacingMm(1), grid.spacingMm(2)))
                .containsExactly(0.9, 0.6, 3.0);
        assertThat(grid.patientLps(0, 0, 0)).isEqualTo(new Vec3(1, 2, 3));
        assertThat(series.volume().at(5, 3, 0)).as("last frame, slope 4").isEqualTo(4 * 335 - 1);
        assertThat(series.volume().at(5, 3, 3)).as("first frame, slope 1").isEqualTo(35 - 1);
        assertThat(series.slices().get(0).frameNumber()).isEqualTo(4);
        assertThat(series.slices().get(3).frameNumber()).isEqualTo(1);
        assertThat(series.attributes().echoTimeMs()).hasValue(120);
        assertThat(series.attributes().repetitionTimeMs()).hasValue(9000);
        assertThat(series.attributes().inversionTimeMs()).hasValue(2500);
        assertThat(series.attributes().scanningSequence()).containsExactly("SE", "IR");
        assertThat(series.attributes().acquisitionContrast()).isEqualTo("FLUID_ATTENUATED");
    }

    @Test
    void fewerDescriptionsThanFramesAreRefused() throws IOException {
        SyntheticImage image = enhanced();
        image.dataset().newSequence(Tag.PerFrameFunctionalGroupsSequence, 1).add(groups(0, 1));
        image.write(folder, "enhanced");

        refused("describes 1 frames, expected at least 2");
    }

    /** The foreign samples had their functional groups taken out: pixels without a place. */
    @Test
    void withoutFunctionalGroupsThereIsNoGeometry() {
        Path folderOfSamples = SharedMaterial.data("dicom/multiframe");

        assertThatThrownBy(() -> DicomStudyReader.read(List.of(folderOfSamples)))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("no usable MR series among 11 files")
                .hasMessageContaining(
                        "emri_8bit.dcm and 10 more of its series: multi-frame object without functional groups")
                .message()
                .doesNotContain("\n");
    }

    private static SyntheticImage enhanced() {
        var pixels = new int[FRAMES * SyntheticImage.ROWS * SyntheticImage.COLUMNS];
        for (int frame = 0; frame < FRAMES; frame++) {
            int[] ofFrame = SyntheticImage.pattern(frame);
            System.arraycopy(ofFrame, 0, pixels, frame * ofFrame.length, ofFrame.length);
        }
        SyntheticImage image = SyntheticImage.slice(0)
                .text(Tag.SOPClassUID, VR.UI, UID.EnhancedMRImageStorage)
                .text(Tag.EchoPulseSequence, VR.CS, "SPIN")
                .integer(Tag.NumberOfFrames, VR.IS, FRAMES)
                .pixels(pixels);
        Attributes dataset = image.dataset();
        for (int tag : new int[] {
            Tag.ImagePositionPatient, Tag.ImageOrientationPatient, Tag.PixelSpacing, Tag.SliceThickness, Tag.EchoTime
        }) {
            dataset.remove(tag);
        }
        var shared = new Attributes();
        item(shared, Tag.PlaneOrientationSequence).setDouble(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
        item(shared, Tag.PixelMeasuresSequence).setDouble(Tag.PixelSpacing, VR.DS, 0.6, 0.9);
        item(shared, Tag.MRTimingAndRelatedParametersSequence).setDouble(Tag.RepetitionTime, VR.DS, 9000);
        Attributes modifier = item(shared, Tag.MRModifierSequence);
        modifier.setString(Tag.InversionRecovery, VR.CS, "YES");
        modifier.setDouble(Tag.InversionTimes, VR.FD, 2500);
        item(shared, Tag.MRImageFrameTypeSequence).setString(Tag.AcquisitionContrast, VR.CS, "FLUID_ATTENUATED");
        dataset.newSequence(Tag.SharedFunctionalGroupsSequence, 1).add(shared);
        return image;
    }

    private static Attributes groups(double z, double slope) {
        var groups = new Attributes();
        item(groups, Tag.PlanePositionSequence).setDouble(Tag.ImagePositionPatient, VR.DS, 1, 2, z);
        item(groups, Tag.MREchoSequence).setDouble(Tag.EffectiveEchoTime, VR.FD, 120);
        Attributes transformation = item(groups, Tag.PixelValueTransformationSequence);
        transformation.setDouble(Tag.RescaleSlope, VR.DS, slope);
        transformation.setDouble(Tag.RescaleIntercept, VR.DS, -1);
        return groups;
    }

    private static Attributes item(Attributes parent, int sequence) {
        var item = new Attributes();
        parent.newSequence(sequence, 1).add(item);
        return item;
    }

    private MrSeries onlySeries() {
        DicomStudy study = DicomStudyReader.read(List.of(folder));
        assertThat(study.setAside()).isEmpty();
        assertThat(study.series()).hasSize(1);
        return study.series().get(0);
    }

    private void refused(String reason) {
        assertThatThrownBy(() -> DicomStudyReader.read(List.of(folder)))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining(reason);
    }
}
