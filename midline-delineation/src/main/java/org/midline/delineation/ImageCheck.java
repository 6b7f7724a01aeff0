package org.midline.delineation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;

/** What can be told of an image before a network looks at it. */
final class ImageCheck {
    private ImageCheck() {}

    /** Why no head can be seen in the image, if so. */
    static Optional<String> defect(Volume image, PlausibilityRules rules) {
        VoxelGrid grid = image.grid();
        for (int axis = 0; axis < 3; axis++) {
            double extentMm = grid.size(axis) * grid.spacingMm(axis);
            if (extentMm < rules.smallestImageMm()) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "the image of %d x %d x %d voxels extends %.0f mm along its axis %s, at least %.0f mm are needed",
                        grid.sizeI(),
                        grid.sizeJ(),
                        grid.sizeK(),
                        extentMm,
                        "ijk".charAt(axis),
                        rules.smallestImageMm()));
            }
        }
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float value : image.values()) {
            if (Float.isFinite(value)) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
        }
        return lowest < highest ? Optional.empty() : Optional.of("all voxels of the image have the same value");
    }

    /** The image with 0 in place of voxels that are not finite. */
    static Volume finite(Volume image) {
        if (notFinite(image) == 0) {
            return image;
        }
        float[] values = image.values().clone();
        for (int n = 0; n < values.length; n++) {
            if (!Float.isFinite(values[n])) {
                values[n] = 0;
            }
        }
        return new Volume(image.grid(), values);
    }

    static List<String> cautions(Volume image) {
        int count = notFinite(image);
        return count == 0 ? List.of() : List.of(count + " voxels of the image are not numbers and were taken as 0");
    }

    private static int notFinite(Volume image) {
        int count = 0;
        for (float value : image.values()) {
            if (!Float.isFinite(value)) {
                count++;
            }
        }
        return count;
    }
}
