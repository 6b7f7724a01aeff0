package org.midline.cohort;

import java.util.Optional;
import org.midline.core.Mask;
import org.midline.core.Volume;

/**
 * An image with what is known of it, in memory, to be written into a cohort.
 *
 * @param gtv on the grid of the image
 * @param anatomy {@link AnatomyLabel} values on the grid of the image, i fastest; kept, not copied
 */
public record LabelledImage(Volume image, Mask gtv, Optional<byte[]> anatomy) {
    public LabelledImage {
        if (!gtv.grid().sameAs(image.grid(), 1e-3)) {
            throw new IllegalArgumentException("GTV and image lie on different grids");
        }
        anatomy.ifPresent(labels -> {
            if (labels.length != image.grid().voxelCount()) {
                throw new IllegalArgumentException("%d anatomy labels for a grid of %d voxels"
                        .formatted(labels.length, image.grid().voxelCount()));
            }
        });
    }
}
