package org.midline.cohort;

import java.nio.file.Path;
import java.util.Optional;
import org.midline.core.InputRefusedException;
import org.midline.core.Mask;
import org.midline.core.Volume;
import org.midline.core.nifti.NiftiReader;

/**
 * The files of one image of a patient, absolute paths to NIfTI files.
 *
 * @param image the MR image
 * @param gtv the mask of the gross tumour that counts as the truth, on the grid of the image
 * @param labels which labels of {@code gtv} are the tumour
 * @param expert another drawing of the same tumour, on the grid of the image; empty where there is none
 * @param anatomy {@link AnatomyLabel} values, on the grid of the image; empty where nobody labelled it
 */
public record CohortImage(Path image, Path gtv, TargetLabels labels, Optional<Path> expert, Optional<Path> anatomy) {

    /** Whose tumour is every label above 0. */
    public CohortImage(Path image, Path gtv, Optional<Path> expert, Optional<Path> anatomy) {
        this(image, gtv, TargetLabels.every(), expert, anatomy);
    }

    /** The same image with other labels as its tumour. */
    public CohortImage with(TargetLabels other) {
        return new CohortImage(image, gtv, other, expert, anatomy);
    }

    /**
     * Reads the mask of the tumour.
     *
     * @throws InputRefusedException if the file cannot be read or holds a voxel that is no number
     */
    public Mask readGtv() {
        Volume volume = NiftiReader.read(gtv).volume();
        float[] values = volume.values();
        var inside = new boolean[values.length];
        for (int n = 0; n < values.length; n++) {
            if (Float.isNaN(values[n])) {
                throw new InputRefusedException(gtv + ": a voxel is NaN, expected a mask of labels");
            }
            inside[n] = labels.contains(Math.round(values[n]));
        }
        return new Mask(volume.grid(), inside);
    }
}
