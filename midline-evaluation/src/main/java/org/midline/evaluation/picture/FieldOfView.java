package org.midline.evaluation.picture;

import java.util.Arrays;
import java.util.List;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.evaluation.VoxelBox;

/**
 * A box along the patient's axes, in mm: what the pictures show.
 *
 * @param lowLps the corner to the right, anterior, inferior
 * @param highLps the corner to the left, posterior, superior
 */
public record FieldOfView(Vec3 lowLps, Vec3 highLps) {
    private static final double CONTENT_LEVEL = 0.12;
    private static final double STRAY_FRACTION = 0.002;
    private static final double CONTENT_MARGIN_MM = 8;
    private static final int SAMPLES = 300_000;

    public FieldOfView {
        for (int axis = 0; axis < 3; axis++) {
            if (!(highLps.component(axis) > lowLps.component(axis))) {
                throw new IllegalArgumentException("Field of view without extent: " + lowLps + " to " + highLps);
            }
        }
    }

    /** All voxels of a grid. */
    public static FieldOfView of(VoxelGrid grid) {
        double[][] corners = new double[3][8];
        for (int corner = 0; corner < 8; corner++) {
            Vec3 lps = grid.patientLps(
                    (corner & 1) == 0 ? -0.5 : grid.sizeI() - 0.5,
                    (corner & 2) == 0 ? -0.5 : grid.sizeJ() - 0.5,
                    (corner & 4) == 0 ? -0.5 : grid.sizeK() - 0.5);
            for (int axis = 0; axis < 3; axis++) {
                corners[axis][corner] = lps.component(axis);
            }
        }
        return between(corners, 8, 0, 0);
    }

    /** The part of the volume that is not dark in the window, with a margin, within the volume. */
    public static FieldOfView ofContent(Volume volume, Window window) {
        VoxelGrid grid = volume.grid();
        double level = window.low() + CONTENT_LEVEL * (window.high() - window.low());
        int stride = Math.max(1, (int) Math.cbrt((double) grid.voxelCount() / SAMPLES));
        double[][] found =
                new double[3][(grid.sizeI() / stride + 1) * (grid.sizeJ() / stride + 1) * (grid.sizeK() + 1)];
        int count = 0;
        for (int k = 0; k < grid.sizeK(); k += grid.sizeK() > 4 * stride ? stride : 1) {
            for (int j = 0; j < grid.sizeJ(); j += stride) {
                for (int i = 0; i < grid.sizeI(); i += stride) {
                    if (volume.at(i, j, k) > level) {
                        Vec3 lps = grid.patientLps(i, j, k);
                        for (int axis = 0; axis < 3; axis++) {
                            found[axis][count] = lps.component(axis);
                        }
                        count++;
                    }
                }
            }
        }
        FieldOfView whole = of(grid);
        return count == 0
                ? whole
                : between(found, count, STRAY_FRACTION, CONTENT_MARGIN_MM).within(whole);
    }

    /**
     * All inside voxels of the masks, with a margin.
     *
     * @throws IllegalArgumentException if all masks are empty
     */
    public static FieldOfView around(List<Mask> masks, double marginMm) {
        return masks.stream()
                .flatMap(mask -> VoxelBox.around(mask).map(box -> of(box.windowOf(mask.grid()))).stream())
                .reduce(FieldOfView::union)
                .orElseThrow(() -> new IllegalArgumentException("No field of view around empty masks"))
                .grownBy(marginMm);
    }

    public FieldOfView grownBy(double mm) {
        var margin = new Vec3(mm, mm, mm);
        return new FieldOfView(lowLps.minus(margin), highLps.plus(margin));
    }

    /** The smallest box that holds both. */
    public FieldOfView union(FieldOfView other) {
        return new FieldOfView(
                new Vec3(
                        Math.min(lowLps.x(), other.lowLps.x()),
                        Math.min(lowLps.y(), other.lowLps.y()),
                        Math.min(lowLps.z(), other.lowLps.z())),
                new Vec3(
                        Math.max(highLps.x(), other.highLps.x()),
                        Math.max(highLps.y(), other.highLps.y()),
                        Math.max(highLps.z(), other.highLps.z())));
    }

    /** The middle of the box. */
    public Vec3 centreLps() {
        return lowLps.plus(highLps).times(0.5);
    }

    double largestExtentMm() {
        Vec3 extent = highLps.minus(lowLps);
        return Math.max(extent.x(), Math.max(extent.y(), extent.z()));
    }

    private FieldOfView within(FieldOfView outer) {
        return new FieldOfView(
                new Vec3(
                        Math.max(lowLps.x(), outer.lowLps.x()),
                        Math.max(lowLps.y(), outer.lowLps.y()),
                        Math.max(lowLps.z(), outer.lowLps.z())),
                new Vec3(
                        Math.min(highLps.x(), outer.highLps.x()),
                        Math.min(highLps.y(), outer.highLps.y()),
                        Math.min(highLps.z(), outer.highLps.z())));
    }

    private static FieldOfView between(double[][] coordinates, int count, double strayFraction, double marginMm) {
        var low = new double[3];
        var high = new double[3];
        int stray = (int) (strayFraction * count);
        for (int axis = 0; axis < 3; axis++) {
            Arrays.sort(coordinates[axis], 0, count);
            low[axis] = coordinates[axis][stray] - marginMm;
            high[axis] = coordinates[axis][count - 1 - stray] + marginMm;
        }
        return new FieldOfView(new Vec3(low[0], low[1], low[2]), new Vec3(high[0], high[1], high[2]));
    }
}
