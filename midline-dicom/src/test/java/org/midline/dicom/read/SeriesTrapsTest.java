package org.midline.dicom.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.InputRefusedException;
import org.midline.dicom.DicomStudy;

/** Series that must not silently mislead: read rightly, or set aside with the reason. */
class SeriesTrapsTest {

    @TempDir
    Path folder;

    @Test
    void aMissingSlice() throws IOException {
        slices(0, 1, 2, 4, 5);

        refused("1 slice is missing between image2 and image4 (gap of 10.00 mm, elsewhere 5.00 mm)");
    }

    @Test
    void severalMissingSlices() throws IOException {
        slices(0, 1, 2, 3, 7, 8);

        refused("3 slices are missing between image3 and image7");
    }

    @Test
    void unequalGaps() throws IOException {
        slices(0, 1, 2);
        SyntheticImage.slice(3).at(-10, -20, 17.1).write(folder, "image3");

        refused("unequal gaps between slices, 5.00 to 7.10 mm");
    }

    @Test
    void positionsRoundedToATenthOfAMillimetreAreEvenEnough() throws IOException {
        double[] z = {0, 5.1, 10, 15.1, 20};
        for (int n = 0; n < z.length; n++) {
            SyntheticImage.slice(n).at(-10, -20, z[n]).write(folder, "image" + n);
        }

        assertThat(read().series().get(0).volume().grid().spacingMm(2)).isEqualTo(5);
    }

    @Test
    void aShearedStack() throws IOException {
        for (int n = 0; n < 4; n++) {
            SyntheticImage.slice(n).at(-10, -20 + n, 5 * n).write(folder, "image" + n);
        }

        refused("shifted by 1.00 mm in its plane");
    }

    @Test
    void theSameSliceTwiceIsUsedOnce() throws IOException {
        slices(0, 1, 2);
        SyntheticImage.slice(1).text(Tag.SOPInstanceUID, VR.UI, "2.25.777").write(folder, "twin");
        SyntheticImage.slice(2).write(folder, "zcopy");

        DicomStudy study = read();

        assertThat(study.series().get(0).slices()).hasSize(3);
        assertThat(study.setAside()).hasSize(2).anySatisfy(it -> {
            assertThat(it.what()).isEqualTo("twin");
            assertThat(it.reason()).isEqualTo("the same image at the same position as image1");
        });
    }

    @Test
    void differentImagesAtOnePosition() throws IOException {
        slices(0, 1, 2);
        SyntheticImage.slice(1)
                .text(Tag.SOPInstanceUID, VR.UI, "2.25.777")
                .pixels(SyntheticImage.pattern(5))
                .write(folder, "other");

        refused("2 different images at one position (image1 and other)");
    }

    @Test
    void twoEchoesInOneSeriesAreTwoStacks() throws IOException {
        slices(0, 1, 2);
        for (int n = 0; n < 3; n++) {
            SyntheticImage.slice(n)
                    .text(Tag.SOPInstanceUID, VR.UI, "2.25.77" + n)
                    .numbers(Tag.EchoTime, VR.DS, 20)
                    .pixels(SyntheticImage.pattern(n + 5))
                    .write(folder, "proton" + n);
        }

        DicomStudy study = read();

        assertThat(study.setAside()).isEmpty();
        assertThat(study.series()).hasSize(2);
        assertThat(study.series().get(0).attributes().echoTimeMs()).hasValue(100);
        assertThat(study.series().get(0).volume().at(0, 0, 1)).isEqualTo(100);
        assertThat(study.series().get(1).attributes().echoTimeMs()).hasValue(20);
        assertThat(study.series().get(1).volume().at(0, 0, 1)).isEqualTo(600);
    }

    @Test
    void mixedOrientations() throws IOException {
        slices(0, 1, 2);
        SyntheticImage.slice(3)
                .numbers(Tag.ImageOrientationPatient, VR.DS, 0, 1, 0, 0, 0, -1)
                .write(folder, "sagittal");

        refused("2 orientations in one series");
    }

    @Test
    void aLocalizer() throws IOException {
        for (int n = 0; n < 3; n++) {
            SyntheticImage.slice(n)
                    .text(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "LOCALIZER")
                    .write(folder, "image" + n);
        }

        refused("a localizer (ImageType LOCALIZER)");
    }

    @Test
    void aMosaic() throws IOException {
        SyntheticImage.slice(0)
                .text(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "M", "MOSAIC")
                .write(folder, "image0");

        refused("mosaic");
    }

    @Test
    void aSingleImage() throws IOException {
        slices(0);

        refused("a single image, expected a stack of slices");
    }

    @Test
    void missingOrImpossibleGeometry() throws IOException {
        SyntheticImage.slice(0).numbers(Tag.PixelSpacing, VR.DS).write(folder, "image0");
        refused("PixelSpacing (0028,0030) is missing");
        SyntheticImage.slice(0).numbers(Tag.PixelSpacing, VR.DS, 0, 1).write(folder, "image0");
        refused("expected two positive numbers");
        SyntheticImage.slice(0)
                .numbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 1, 0, 0)
                .write(folder, "image0");
        refused("not two perpendicular unit vectors");
    }

    @Test
    void colourAndInvertedImages() throws IOException {
        for (int n = 0; n < 2; n++) {
            SyntheticImage.slice(n)
                    .text(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1")
                    .write(folder, "image" + n);
        }

        refused("PhotometricInterpretation MONOCHROME1 with 1 samples per pixel, expected MONOCHROME2");
    }

    @Test
    void aSeriesOfTwoSpacingsIsTwoStacks() throws IOException {
        slices(0, 1, 2);
        for (int n = 3; n < 6; n++) {
            SyntheticImage.slice(n).numbers(Tag.PixelSpacing, VR.DS, 0.7, 0.8).write(folder, "image" + n);
        }

        assertThat(read().series()).hasSize(2);
    }

    private void slices(int... numbers) throws IOException {
        for (int n : numbers) {
            SyntheticImage.slice(n).write(folder, "image" + n);
        }
    }

    private DicomStudy read() {
        return DicomStudyReader.read(List.of(folder));
    }

    private void refused(String reason) {
        assertThatThrownBy(this::read)
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("\n");
    }
}
