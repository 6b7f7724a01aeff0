package org.midline.dicom.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.dicom.MrSeries;
import org.midline.dicom.SliceReference;

class RtStructureSetWriterTest {
    @TempDir
    Path folder;

    @Test
    void saysWhatItIs() throws IOException {
        var files = StructureSetFiles.write(folder, SyntheticStudy.sagittalOblique(), HoleEncoding.KEYHOLE);
        Attributes dataset = read(files.structureSet());
        MrSeries series = files.series();
        assertThat(dataset.getString(Tag.Modality)).isEqualTo("RTSTRUCT");
        assertThat(dataset.getString(Tag.PatientName)).isEqualTo("Synthetic^Zoë");
        assertThat(dataset.getString(Tag.StudyInstanceUID))
                .isEqualTo(series.patientStudy().studyInstanceUid());
        assertThat(dataset.getString(Tag.SeriesInstanceUID)).isNotEqualTo(series.seriesInstanceUid());
        assertThat(dataset.getString(Tag.ApprovalStatus)).isEqualTo("UNAPPROVED");
        assertThat(dataset.getString(Tag.StructureSetDescription))
                .startsWith("RESEARCH USE ONLY")
                .contains("test-model", StructureSetFiles.INFO.modelHash());
        Attributes roi = dataset.getNestedDataset(Tag.StructureSetROISequence, 1);
        assertThat(roi.getString(Tag.ROIName)).isEqualTo("Shell");
        assertThat(roi.getString(Tag.ROIGenerationAlgorithm)).isEqualTo("AUTOMATIC");
        assertThat(roi.getDouble(Tag.ROIVolume, 0))
                .isCloseTo(files.structures().get(1).mask().volumeMl(), within(5e-4));
        assertThat(dataset.getNestedDataset(Tag.RTROIObservationsSequence, 0).getString(Tag.RTROIInterpretedType))
                .isEqualTo("GTV");
        assertThat(dataset.getNestedDataset(Tag.ROIContourSequence, 0).getInts(Tag.ROIDisplayColor))
                .containsExactly(255, 128, 0);
    }

    @Test
    void everyContourLiesOnTheSliceItNames() throws IOException {
        var files = StructureSetFiles.write(folder, SyntheticStudy.sagittalOblique(), HoleEncoding.KEYHOLE);
        VoxelGrid grid = files.series().volume().grid();
        List<String> uids = files.series().slices().stream()
                .map(SliceReference::sopInstanceUid)
                .toList();
        List<Attributes> contours = contours(read(files.structureSet()), 0);
        assertThat(contours).hasSizeGreaterThan(10);
        for (Attributes contour : contours) {
            int k = uids.indexOf(
                    contour.getNestedDataset(Tag.ContourImageSequence).getString(Tag.ReferencedSOPInstanceUID));
            double[] data = contour.getDoubles(Tag.ContourData);
            assertThat(data).hasSize(3 * contour.getInt(Tag.NumberOfContourPoints, 0));
            for (int n = 0; n < data.length; n += 3) {
                Vec3 voxel = grid.voxelIjk(new Vec3(data[n], data[n + 1], data[n + 2]));
                assertThat(voxel.z()).isCloseTo(k, within(1e-3));
            }
            assertThat(contour.getStrings(Tag.ContourData)).allMatch(text -> text.length() <= 16);
        }
    }

    @Test
    void sameStructuresGiveSameBytesAndOthersAnotherUid() throws IOException {
        var grid = SyntheticStudy.axialThick();
        MrSeries series = StructureSetFiles.series(folder.resolve("mr"), grid);
        String uid = write(folder.resolve("a.dcm"), series, SyntheticStudy.ellipsoid(grid));
        assertThat(write(folder.resolve("b.dcm"), series, SyntheticStudy.ellipsoid(grid)))
                .isEqualTo(uid);
        assertThat(folder.resolve("a.dcm")).hasSameBinaryContentAs(folder.resolve("b.dcm"));
        assertThat(write(folder.resolve("c.dcm"), series, SyntheticStudy.shell(grid)))
                .isNotEqualTo(uid);
    }

    @Test
    void emptyStructureIsRefusedAndTheOldFileStays() throws IOException {
        var grid = SyntheticStudy.axialThick();
        MrSeries series = StructureSetFiles.series(folder.resolve("mr"), grid);
        Path file = Files.writeString(folder.resolve("old.dcm"), "as it was");
        assertThatThrownBy(() -> write(file, series, Mask.empty(grid)))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("GTV")
                .hasMessageContaining("empty");
        assertThat(file).hasContent("as it was");
        assertThat(folder)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
    }

    @Test
    void refusesWhatCannotBeTold() throws IOException {
        var grid = SyntheticStudy.axialThick();
        MrSeries series = StructureSetFiles.series(folder.resolve("mr"), grid);
        Path file = folder.resolve("no.dcm");
        assertThatThrownBy(() -> write(file, series, SyntheticStudy.ellipsoid(SyntheticStudy.axial())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("grid");
        var twice = List.of(gtv(SyntheticStudy.ellipsoid(grid)), gtv(SyntheticStudy.shell(grid)));
        assertThatThrownBy(() -> RtStructureSetWriter.write(file, series, twice, StructureSetFiles.INFO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'GTV'");
        var frameless = new MrSeries(
                series.patientStudy(),
                series.seriesInstanceUid(),
                "",
                series.attributes(),
                series.volume(),
                series.slices());
        assertThatThrownBy(() -> write(file, frameless, SyntheticStudy.ellipsoid(grid)))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("FrameOfReferenceUID");
        assertThat(file).doesNotExist();
    }

    @Test
    void contourBeyond64KilobytesComesBackWhole() throws IOException {
        var grid = VoxelGrid.axisAligned(1600, 6, 1, 0.7, 0.7, 1);
        var comb = new boolean[grid.voxelCount()];
        for (int j = 0; j < 6; j++) {
            for (int i = 0; i < 1600; i++) {
                comb[grid.index(i, j, 0)] = i % 2 == 0 || j == 3;
            }
        }
        MrSeries series = StructureSetFiles.series(folder.resolve("mr"), grid);
        Path file = folder.resolve("comb.dcm");
        write(file, series, new Mask(grid, comb));
        Attributes longest = contours(read(file), 0).stream()
                .max((a, b) ->
                        Integer.compare(a.getInt(Tag.NumberOfContourPoints, 0), b.getInt(Tag.NumberOfContourPoints, 0)))
                .orElseThrow();
        String[] data = longest.getStrings(Tag.ContourData);
        assertThat(String.join("\\", data).length()).isGreaterThan(65_536);
        assertThat(data).hasSize(3 * longest.getInt(Tag.NumberOfContourPoints, 0));
    }

    @Test
    void framesOfOneObjectAreNamedByNumber() throws IOException {
        var grid = SyntheticStudy.axialThick();
        MrSeries single = StructureSetFiles.series(folder.resolve("mr"), grid);
        var multiFrame = new MrSeries(
                single.patientStudy(),
                single.seriesInstanceUid(),
                single.frameOfReferenceUid(),
                single.attributes(),
                single.volume(),
                IntStream.rangeClosed(1, grid.sizeK())
                        .mapToObj(frame -> new SliceReference("1.2.840.10008.5.1.4.1.1.4.1", "2.25.7", frame))
                        .toList());
        Path file = folder.resolve("frames.dcm");
        write(file, multiFrame, SyntheticStudy.ellipsoid(grid));
        Attributes dataset = read(file);
        Attributes images = dataset.getNestedDataset(Tag.ReferencedFrameOfReferenceSequence)
                .getNestedDataset(Tag.RTReferencedStudySequence)
                .getNestedDataset(Tag.RTReferencedSeriesSequence);
        assertThat(images.getSequence(Tag.ContourImageSequence)).hasSize(1);
        Attributes contour = contours(dataset, 0).get(0);
        int frame = contour.getNestedDataset(Tag.ContourImageSequence).getInt(Tag.ReferencedFrameNumber, 0);
        double[] point = Arrays.copyOf(contour.getDoubles(Tag.ContourData), 3);
        assertThat(grid.voxelIjk(new Vec3(point[0], point[1], point[2])).z()).isCloseTo(frame - 1, within(1e-3));
    }

    @Test
    void textsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new StructureSetInfo(
                        "A label of more than 16", "", "", "", "", "", StructureSetFiles.INFO.timestamp()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16");
        assertThatThrownBy(() -> StructureSetFiles.structure(
                        "a\\b", InterpretedType.CTV, Mask.empty(VoxelGrid.axisAligned(1, 1, 1, 1, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("backslash");
    }

    private static String write(Path file, MrSeries series, Mask mask) throws IOException {
        return RtStructureSetWriter.write(file, series, Collections.singletonList(gtv(mask)), StructureSetFiles.INFO);
    }

    private static Structure gtv(Mask mask) {
        return StructureSetFiles.structure("GTV", InterpretedType.GTV, mask);
    }

    private static List<Attributes> contours(Attributes dataset, int roi) {
        return dataset.getNestedDataset(Tag.ROIContourSequence, roi).getSequence(Tag.ContourSequence);
    }

    private static Attributes read(Path file) throws IOException {
        try (var in = new ImageInputStream(file.toFile())) {
            return in.readDataset(-1, -1);
        }
    }
}
