package org.midline.phantom.head.real;

import java.nio.file.Path;
import java.util.TreeMap;
import org.midline.core.InputRefusedException;
import org.midline.core.nifti.NiftiImage;
import org.midline.core.nifti.NiftiReader;

/** Reads a label map and refuses what is none. */
final class LabelFile {
    private static final double WHOLE = 0.01;
    private static final int SMALLEST_BRAINSTEM_MM3 = 3000;
    private static final int SMALLEST_THALAMUS_MM3 = 800;

    private LabelFile() {}

    /** @throws InputRefusedException if the file is no image or not one of FreeSurfer labels with brainstem and thalami */
    static LabelVolume read(Path file) {
        NiftiImage image = NiftiReader.read(file);
        float[] values = image.volume().values();
        var labels = new short[values.length];
        var unknown = new TreeMap<Integer, Integer>();
        LabelTable table = LabelTable.builtIn();
        for (int n = 0; n < labels.length; n++) {
            int label = Math.round(values[n]);
            if (!(Math.abs(values[n] - label) < WHOLE)) {
                throw new InputRefusedException(
                        "%s: holds the value %s, expected whole numbers, FreeSurfer labels; give a label map, not an image"
                                .formatted(file, values[n]));
            }
            if (table.knows(label)) {
                labels[n] = (short) label;
            } else {
                unknown.merge(label, 1, Integer::sum);
            }
        }
        if (!unknown.isEmpty()) {
            var first = unknown.firstEntry();
            throw new InputRefusedException(
                    "%s: holds %d labels that are not known, such as %d in %d voxels; expected FreeSurfer labels"
                            .formatted(file, unknown.size(), first.getKey(), first.getValue()));
        }
        double voxelMm3 = image.volume().grid().voxelVolumeMm3();
        require(
                file,
                labels,
                voxelMm3,
                SMALLEST_BRAINSTEM_MM3,
                "brainstem",
                LabelTable.BRAINSTEM,
                LabelTable.BRAINSTEM);
        require(file, labels, voxelMm3, SMALLEST_THALAMUS_MM3, "left thalamus", 10, 9);
        require(file, labels, voxelMm3, SMALLEST_THALAMUS_MM3, "right thalamus", 49, 48);
        return LabelVolume.of(image.volume().grid(), labels);
    }

    private static void require(
            Path file, short[] labels, double voxelMm3, int leastMm3, String name, int wanted, int orWanted) {
        int count = 0;
        for (short label : labels) {
            count += label == wanted || label == orWanted ? 1 : 0;
        }
        if (count * voxelMm3 < leastMm3) {
            throw new InputRefusedException(
                    "%s: %.1f ml of label %d (%s), expected at least %.1f ml; give a map of a whole head in FreeSurfer labels"
                            .formatted(file, count * voxelMm3 / 1000, wanted, name, leastMm3 / 1000.0));
        }
    }
}
