package org.midline.cohort.layout;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.midline.cohort.TargetLabels;
import org.midline.core.VoxelGrid;
import org.midline.core.nifti.NiftiReader;

/**
 * What a mask's file holds.
 *
 * @param voxelsByLabel how many voxels each value has that is a whole number and not 0
 * @param voxelsNoLabel how many voxels are no whole number, or none at all
 */
public record MaskFacts(VoxelGrid grid, SortedMap<Integer, Long> voxelsByLabel, long voxelsNoLabel) {
    private static final int USUAL_LABELS = 256;

    public MaskFacts {
        voxelsByLabel = Collections.unmodifiableSortedMap(new TreeMap<>(voxelsByLabel));
    }

    /**
     * Reads a mask.
     *
     * @throws org.midline.core.InputRefusedException if the file cannot be read
     */
    public static MaskFacts read(Path file) {
        var volume = NiftiReader.read(file).volume();
        var usual = new long[USUAL_LABELS];
        var byLabel = new TreeMap<Integer, Long>();
        long none = 0;
        for (float value : volume.values()) {
            int label = (int) value;
            if (label != value) {
                none++;
            } else if (label >= 0 && label < USUAL_LABELS) {
                usual[label]++;
            } else {
                byLabel.merge(label, 1L, Long::sum);
            }
        }
        for (int label = 1; label < USUAL_LABELS; label++) {
            if (usual[label] > 0) {
                byLabel.put(label, usual[label]);
            }
        }
        return new MaskFacts(volume.grid(), byLabel, none);
    }

    /** The volume of the voxels with these labels. */
    public double volumeMl(TargetLabels labels) {
        long voxels = voxelsByLabel.entrySet().stream()
                .filter(entry -> labels.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return voxels * grid.voxelVolumeMm3() / 1000;
    }
}
