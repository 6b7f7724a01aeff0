package org.midline.phantom.sheet;

import org.midline.core.Mask;
import org.midline.core.Volume;

/**
 * One sequence as a sheet shows it, all on one grid.
 *
 * @param gtv the truth; may be empty
 * @param expert a second line; may be empty, or the truth again, and is then not drawn
 */
public record SheetImage(Volume image, Mask gtv, Mask expert) {
    public SheetImage {
        if (!gtv.grid().sameAs(image.grid(), 1e-3) || !expert.grid().sameAs(image.grid(), 1e-3)) {
            throw new IllegalArgumentException("Image, GTV and expert lie on different grids");
        }
    }
}
