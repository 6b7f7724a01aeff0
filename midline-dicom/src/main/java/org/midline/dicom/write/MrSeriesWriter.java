package org.midline.dicom.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.UID;
import org.midline.core.Affine;
import org.midline.core.InputRefusedException;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.dicom.MrAttributes;
import org.midline.dicom.MrSeries;
import org.midline.dicom.PatientStudy;
import org.midline.dicom.SliceReference;

/**
 * Writes a volume as a series of MR Image Storage objects, one file a slice, explicit VR little endian, 16 bit with
 * rescale slope and intercept.
 *
 * <p>Nothing in a file depends on when or where it is written: the same arguments give the same bytes. The instance
 * UIDs follow from the series UID and the slice number.
 */
public final class MrSeriesWriter {
    private MrSeriesWriter() {}

    /**
     * Writes the files {@code mr_0001.dcm}, {@code mr_0002.dcm}, ... (slice k is number k + 1) into a folder of the
     * series' own, which is made if missing; files of these names are replaced. Files appear only when all of them
     * could be written.
     *
     * @param volume on a grid of any position, orientation and spacing with orthogonal axes; the slices of a
     *     left-handed grid are written in reverse order, as the result tells
     * @param seriesInstanceUid see {@link SeededUid} for one that is reproducible
     * @param frameOfReferenceUid the same for all series in one patient space
     * @return the series as a reader gives it back, up to the rounding of the stored pixels
     * @throws InputRefusedException if the grid is sheared
     * @throws IllegalArgumentException if a voxel is not finite
     */
    public static MrSeries write(
            Path folder,
            PatientStudy patientStudy,
            MrAttributes attributes,
            Volume volume,
            String seriesInstanceUid,
            String frameOfReferenceUid)
            throws IOException {
        Volume rightHanded = rightHanded(volume);
        var series = new MrSeries(
                patientStudy,
                seriesInstanceUid,
                frameOfReferenceUid,
                attributes,
                rightHanded,
                references(seriesInstanceUid, rightHanded.grid().sizeK()));
        var image = new MrImage(series);
        Files.createDirectories(folder);
        Path unfinished = Files.createTempDirectory(folder, ".midline-");
        var written = new ArrayList<Path>();
        try {
            for (int k = 0; k < series.slices().size(); k++) {
                Path file = unfinished.resolve("mr_%04d.dcm".formatted(k + 1));
                written.add(file);
                try (var stream = new BufferedOutputStream(Files.newOutputStream(file))) {
                    DicomFile.writeTo(stream, image.slice(k), UID.ExplicitVRLittleEndian);
                }
            }
            for (Path file : written) {
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(unfinished);
        }
        return series;
    }

    private static List<SliceReference> references(String seriesInstanceUid, int count) {
        var references = new ArrayList<SliceReference>();
        for (int k = 0; k < count; k++) {
            references.add(new SliceReference(
                    UID.MRImageStorage, SeededUid.of(seriesInstanceUid + " instance " + (k + 1)), 0));
        }
        return references;
    }

    private static Volume rightHanded(Volume volume) {
        VoxelGrid grid = volume.grid();
        var affine = grid.voxelToPatientLps();
        if (affine.determinant() > 0) {
            return volume;
        }
        Vec3 lastSlice = grid.patientLps(0, 0, grid.sizeK() - 1);
        var reversed = new VoxelGrid(
                grid.sizeI(),
                grid.sizeJ(),
                grid.sizeK(),
                new Affine(affine.columnI(), affine.columnJ(), affine.columnK().times(-1), lastSlice));
        int sliceSize = grid.sizeI() * grid.sizeJ();
        var values = new float[volume.values().length];
        for (int k = 0; k < grid.sizeK(); k++) {
            System.arraycopy(volume.values(), k * sliceSize, values, (grid.sizeK() - 1 - k) * sliceSize, sliceSize);
        }
        return new Volume(reversed, values);
    }
}
