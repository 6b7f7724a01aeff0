package org.midline.cohort;

import java.util.Optional;
import org.midline.core.Mask;
import org.midline.core.Volume;

/**
 * An image with what is known of it, in memory, to be written into a cohort.
 *
 * @param gtv the gross tumour, on the grid of the image
 * @param expert another drawing of the same tumour, on the grid of the image; for measuring how well people agree
 * @param anatomy {@link AnatomyLabel} values on the grid of the image, i fastest; kept, not copied
 */
public record LabelledImage(Volume image, Mask gtv, Optional<Mask> expert, Optional<byte[]> anatomy) {
    public LabelledImage {
        checkGrid("GTV", gtv, image);
        expert.ifPresent(mask -> checkGrid("Expert's mask", mask, image));
        anatomy.ifPresent(labels -> {
            if (labels.length != image.grid().voxelCount()) {
                throw new IllegalArgumentException("%d anatomy labels for a grid of %d voxels"
                        .formatted(labels.length, image.grid().voxelCount()));
            }
        });
    }

    private static void checkGrid(String what, Mask mask, Volume image) {
        if (!mask.grid().sameAs(image.grid(), 1e-3)) {
            throw new IllegalArgumentException(what + " and image lie on different grids");
        }
    }
}
