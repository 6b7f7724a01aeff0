package org.midline.dicom.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;
import org.midline.dicom.StudyFiles;

class StudyFinderTest {
    @TempDir
    private Path folder;

    private Path image(String name, String patient, String study, String date) throws IOException {
        return SyntheticImage.slice(1)
                .text(Tag.PatientID, VR.LO, patient)
                .text(Tag.StudyInstanceUID, VR.UI, study)
                .text(Tag.StudyDate, VR.DA, date)
                .write(folder, name);
    }

    @Test
    void filesAreSortedByWhatTheySay() throws IOException {
        Path late = image("1", "B", "2.25.9", "20250101");
        Path early = image("2", "B", "2.25.10", "20240101");
        Path second = image("3", "B", "2.25.10", "20240101");
        Path other = image("4", "A", "2.25.11", "20250101");
        var all = new boolean[8];
        all[0] = true;
        Path segmentation = folder.resolve("deep/5");
        SyntheticSegmentation.write(
                segmentation, new Mask(VoxelGrid.axisAligned(2, 2, 2, 1, 1, 1), all), "GTV", "B", "2.25.9", "2", "3");
        Path loose = SyntheticImage.slice(1)
                .text(Tag.SOPClassUID, VR.UI, UID.RTStructureSetStorage)
                .text(Tag.Modality, VR.CS, "RTSTRUCT")
                .text(Tag.PatientID, VR.LO, "A")
                .text(Tag.StudyInstanceUID, VR.UI, "2.25.12")
                .write(folder, "6");
        Files.writeString(folder.resolve("notes.txt"), "no image");

        List<StudyFiles> found = StudyFinder.find(folder);

        assertThat(found)
                .extracting(StudyFiles::images)
                .containsExactly(List.of(other), List.of(early, second), List.of(late));
        assertThat(found.get(0).structureSets()).as("of a study without images").containsExactly(loose);
        assertThat(found.get(1).segmentations()).isEmpty();
        assertThat(found.get(2).segmentations()).containsExactly(segmentation);
    }

    @Test
    void aFolderWithoutImagesIsRefused() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "no image");
        assertThatThrownBy(() -> StudyFinder.find(folder))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("no MR images");
    }
}
