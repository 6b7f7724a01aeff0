package org.midline.phantom.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.midline.cohort.Split;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Sequence;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.file.WholeFolder;
import org.midline.core.nifti.NiftiWriter;
import org.midline.core.resample.Resampler;
import org.midline.phantom.SyntheticImage;
import org.midline.phantom.SyntheticPatient;

/**
 * Patients named as those of the BraTS challenges since 2023 are: {@code SPLIT/ID/ID-t1c.nii.gz}, {@code -t2w},
 * {@code -t2f} and {@code -seg}, all on one grid of 240 x 240 x 155 voxels of 1 mm along the patient's axes.
 *
 * <p>Unlike the challenge's, the images are not moved to an atlas and keep the skull; there is no T1 without contrast
 * ({@code -t1n}). The segmentation has one label, 1: the whole tumour, which the challenge's regions add up to.
 */
public final class BratsForm implements CohortForm {
    private static final int SIZE_IJ = 240;
    private static final int SIZE_K = 155;
    private static final double MARGIN_BELOW_TUMOUR_MM = 5;
    private static final Map<Sequence, String> NAMES =
            Map.of(Sequence.T1C, "t1c", Sequence.T2, "t2w", Sequence.FLAIR, "t2f");

    private final Path folder;

    /** @param folder of the splits, made if missing */
    public BratsForm(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean holds(PlannedPatient patient) {
        return Files.isDirectory(folderOf(patient.split(), patient.id()));
    }

    @Override
    public void write(PlannedPatient planned, SyntheticPatient patient) throws IOException {
        SyntheticImage finest = finest(patient);
        VoxelGrid grid = grid(patient, finest.gtv());
        String prefix = planned.id() + "-";
        WholeFolder.write(folderOf(planned.split(), planned.id()), inside -> {
            for (Map.Entry<Sequence, SyntheticImage> entry : patient.images().entrySet()) {
                NiftiWriter.writeCompact(
                        inside.resolve(prefix + NAMES.get(entry.getKey()) + ".nii.gz"),
                        wholeNumbers(Resampler.antialiased(entry.getValue().image(), grid, 0)));
            }
            NiftiWriter.write(inside.resolve(prefix + "seg.nii.gz"), Resampler.linear(finest.gtv(), grid));
        });
    }

    @Override
    public void remove(String id) throws IOException {
        for (Split split : Split.values()) {
            WholeFolder.remove(folderOf(split, id));
        }
    }

    @Override
    public Set<String> ids() throws IOException {
        var ids = new TreeSet<String>();
        for (Split split : Split.values()) {
            ids.addAll(WholeFolder.names(folder.resolve(split.key())));
        }
        return ids;
    }

    private Path folderOf(Split split, String id) {
        return folder.resolve(split.key()).resolve(id);
    }

    /** The image with the shortest longest voxel side: the one that tells the border best. */
    private static SyntheticImage finest(SyntheticPatient patient) {
        SyntheticImage finest = null;
        for (SyntheticImage image : patient.images().values()) {
            if (finest == null || longestSideMm(image) < longestSideMm(finest)) {
                finest = image;
            }
        }
        return finest;
    }

    private static double longestSideMm(SyntheticImage image) {
        VoxelGrid grid = image.image().grid();
        return Math.max(grid.spacingMm(0), Math.max(grid.spacingMm(1), grid.spacingMm(2)));
    }

    /** About the middle of the images, lower where the tumour reaches further down. */
    private static VoxelGrid grid(SyntheticPatient patient, Mask gtv) {
        var sum = new Vec3(0, 0, 0);
        for (SyntheticImage image : patient.images().values()) {
            sum = sum.plus(image.image().grid().centreLps());
        }
        Vec3 middle = sum.times(1.0 / patient.images().size());
        double bottom = Math.min(middle.z() - (SIZE_K - 1) / 2.0, lowest(gtv) - MARGIN_BELOW_TUMOUR_MM);
        double side = (SIZE_IJ - 1) / 2.0;
        return new VoxelGrid(
                SIZE_IJ, SIZE_IJ, SIZE_K, Affine.translation(middle.x() - side, middle.y() - side, bottom));
    }

    private static double lowest(Mask mask) {
        VoxelGrid grid = mask.grid();
        double lowest = Double.POSITIVE_INFINITY;
        int n = 0;
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++, n++) {
                    if (mask.inside()[n]) {
                        lowest = Math.min(lowest, grid.patientLps(i, j, k).z());
                    }
                }
            }
        }
        return lowest;
    }

    private static Volume wholeNumbers(Volume volume) {
        var values = new float[volume.values().length];
        for (int n = 0; n < values.length; n++) {
            values[n] = Math.round(volume.values()[n]);
        }
        return new Volume(volume.grid(), values);
    }
}
