package org.midline.dicom.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.midline.core.Affine;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.core.resample.Resampler;
import org.midline.dicom.DicomSegmentation;
import org.midline.dicom.SharedMaterial;

class SegmentationReaderTest {
    /** Oblique, and of a number of pixels that fills no whole bytes. */
    private static final VoxelGrid GRID = new VoxelGrid(
            7,
            5,
            9,
            new Affine(new Vec3(0.8, 0, 0), new Vec3(0, 0.6, 0.8), new Vec3(0, -1.6, 1.2), new Vec3(-3, 4, 5)));

    @TempDir
    private Path folder;

    /** In slices 2, 3 and 6. */
    private static Mask mask() {
        var inside = new boolean[GRID.voxelCount()];
        for (int k : new int[] {2, 3, 6}) {
            for (int j = 1; j < 4; j++) {
                for (int i = k / 2; i < 6; i++) {
                    inside[GRID.index(i, j, k)] = true;
                }
            }
        }
        return new Mask(GRID, inside);
    }

    @Test
    void whatWasSegmentedIsReadWhereItLay() throws IOException {
        Path file = folder.resolve("seg.dcm");
        SyntheticSegmentation.write(file, mask(), "GTV", "SYN-1", "2.25.1", "2.25.2", "2.25.3");
        DicomSegmentation read = SegmentationReader.read(file);
        assertThat(read.referencedSeriesUid()).isEqualTo("2.25.2");
        assertThat(read.frameOfReferenceUid()).isEqualTo("2.25.3");
        assertThat(read.segments()).hasSize(1);
        assertThat(read.segments().get(0).label()).isEqualTo("GTV");
        Mask own = read.segments().get(0).mask();
        assertThat(own.grid().sizeK()).as("slices 2 to 6").isEqualTo(5);
        assertThat(Resampler.linear(own, GRID).inside()).isEqualTo(mask().inside());
    }

    @Test
    void withoutASpacingTheGapsTellIt() throws IOException {
        Attributes dataset = SyntheticSegmentation.dataset(mask(), "GTV");
        dataset.getNestedDataset(Tag.SharedFunctionalGroupsSequence)
                .getNestedDataset(Tag.PixelMeasuresSequence)
                .remove(Tag.SpacingBetweenSlices);
        SyntheticSegmentation.write(folder.resolve("seg.dcm"), dataset);
        Mask own = SegmentationReader.read(folder.resolve("seg.dcm"))
                .segments()
                .get(0)
                .mask();
        assertThat(Resampler.linear(own, GRID).inside()).isEqualTo(mask().inside());
    }

    @Test
    void slicesThatAreNotRegularAreRefused() throws IOException {
        Attributes dataset = SyntheticSegmentation.dataset(mask(), "GTV");
        Vec3 between = GRID.patientLps(0, 0, 4.4);
        dataset.getSequence(Tag.PerFrameFunctionalGroupsSequence)
                .get(2)
                .getNestedDataset(Tag.PlanePositionSequence)
                .setDouble(Tag.ImagePositionPatient, VR.DS, between.x(), between.y(), between.z());
        SyntheticSegmentation.write(folder.resolve("seg.dcm"), dataset);
        assertThatThrownBy(() -> SegmentationReader.read(folder.resolve("seg.dcm")))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContainingAll("seg.dcm", "no multiples of 2.00 mm");
    }

    @Test
    void otherObjectsAreRefused() throws IOException {
        Path file = SyntheticImage.slice(1).write(folder, "slice");
        assertThatThrownBy(() -> SegmentationReader.read(file))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("expected Segmentation Storage");
    }

    /** Numbers of voxels as pydicom 3 unpacks them. */
    static List<Arguments> foreign() {
        return List.of(
                Arguments.of("liver", Map.of("Liver", 107098)),
                Arguments.of(
                        "partial_overlaps",
                        Map.of("GREEN", 9602, "ORANGE", 11888, "PURPLE", 10743, "LIGHT_BLUE", 6693, "DARK_BLUE", 4713)),
                Arguments.of("seg_image_ct_binary", Map.of("first segment", 638)),
                Arguments.of("seg_image_ct_binary_overlap", Map.of("first segment", 64, "second segment", 16)),
                Arguments.of("seg_image_ct_binary_single_frame", Map.of("first segment", 1832)),
                Arguments.of("seg_image_ct_true_fractional", Map.of("first segment", 638)));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void segmentationsOfOtherProgramsAreRead(String name, Map<String, Integer> voxels) {
        DicomSegmentation read = SegmentationReader.read(SharedMaterial.data("dicom/seg/%s.dcm".formatted(name)));
        var found = new TreeMap<String, Integer>();
        read.segments()
                .forEach(segment -> found.put(segment.label(), segment.mask().voxelCount()));
        assertThat(found).containsExactlyInAnyOrderEntriesOf(voxels);
    }
}
