package org.midline.cohort;

import java.io.IOException;
import java.nio.file.Path;
import org.midline.core.Affine;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiWriter;

/** NIfTI files of a thousand voxels, of nobody. */
public final class SmallImages {
    public static final VoxelGrid GRID = VoxelGrid.axisAligned(10, 10, 10, 8, 8, 8);

    private SmallImages() {}

    /** An image that no other seed gives. */
    public static void writeImage(Path file, int seed) throws IOException {
        var values = new float[GRID.voxelCount()];
        for (int n = 0; n < values.length; n++) {
            values[n] = (n * 31 + seed * 17) % 251;
        }
        NiftiWriter.write(file, new Volume(GRID, values));
    }

    /** A mask whose first voxels have the label 1, the next the label 2 and so on, as many as given of each. */
    public static void writeMask(Path file, int... voxelsByLabel) throws IOException {
        writeMask(file, GRID, voxelsByLabel);
    }

    public static void writeMask(Path file, VoxelGrid grid, int... voxelsByLabel) throws IOException {
        var labels = new byte[grid.voxelCount()];
        int at = 0;
        for (int label = 1; label <= voxelsByLabel.length; label++) {
            for (int n = 0; n < voxelsByLabel[label - 1]; n++) {
                labels[at++] = (byte) label;
            }
        }
        NiftiWriter.writeLabels(file, grid, labels);
    }

    public static VoxelGrid shifted(double mm) {
        return new VoxelGrid(10, 10, 10, Affine.translation(mm, 0, 0).after(GRID.voxelToPatientLps()));
    }

    /** A case named as in the BraTS challenges since 2023. */
    public static void writeBrats(Path folder, String id, int seed, int... voxelsByLabel) throws IOException {
        writeImage(folder.resolve(id).resolve(id + "-t2w.nii.gz"), 2 * seed);
        writeImage(folder.resolve(id).resolve(id + "-t1c.nii.gz"), 2 * seed + 1);
        writeMask(folder.resolve(id).resolve(id + "-seg.nii.gz"), voxelsByLabel);
    }
}
