package org.midline.cohort.check;

import java.util.Locale;
import java.util.Optional;
import org.midline.core.VoxelGrid;

/** Whether a mask lies on the grid of its image, with the numbers where it does not. */
final class GridComparison {
    private static final double SAME_GRID_MM = 0.01;

    private GridComparison() {}

    /** How the two differ; empty if they are the same. */
    static Optional<String> difference(VoxelGrid image, VoxelGrid mask) {
        if (image.sameAs(mask, SAME_GRID_MM)) {
            return Optional.empty();
        }
        if (!size(image).equals(size(mask))) {
            return Optional.of("%s voxels of %s mm, expected %s of %s mm as its image has"
                    .formatted(size(mask), spacing(mask), size(image), spacing(image)));
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "placed elsewhere than its image, %s mm apart at the worst corner (first voxel at %s, expected %s; spacing %s, expected %s mm)",
                rounded(apartMm(image, mask)),
                first(mask),
                first(image),
                spacing(mask),
                spacing(image)));
    }

    static String size(VoxelGrid grid) {
        return "%d x %d x %d".formatted(grid.sizeI(), grid.sizeJ(), grid.sizeK());
    }

    static String spacing(VoxelGrid grid) {
        return "%s x %s x %s"
                .formatted(rounded(grid.spacingMm(0)), rounded(grid.spacingMm(1)), rounded(grid.spacingMm(2)));
    }

    /** To a thousandth. */
    private static String rounded(double mm) {
        return String.valueOf(Math.round(mm * 1000) / 1000.0);
    }

    private static String first(VoxelGrid grid) {
        var at = grid.patientLps(0, 0, 0);
        return String.format(Locale.ROOT, "%.1f, %.1f, %.1f mm", at.x(), at.y(), at.z());
    }

    private static double apartMm(VoxelGrid one, VoxelGrid other) {
        double furthest = 0;
        for (int corner = 0; corner < 8; corner++) {
            int i = (corner & 1) == 0 ? 0 : one.sizeI() - 1;
            int j = (corner & 2) == 0 ? 0 : one.sizeJ() - 1;
            int k = (corner & 4) == 0 ? 0 : one.sizeK() - 1;
            furthest = Math.max(
                    furthest,
                    one.patientLps(i, j, k).minus(other.patientLps(i, j, k)).length());
        }
        return furthest;
    }
}
