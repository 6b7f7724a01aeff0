package org.midline.dicom.read;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.dicom.pixel.PixelReader;

/**
 * The frames of a segmentation as slices of one regular grid. Slices without a voxel of a segment are usually not stored:
 * gaps are whole numbers of steps.
 */
final class SegmentationStack {

    /** Tells of a stored value whether it is of the segment. */
    @FunctionalInterface
    interface Inside {
        boolean of(int stored);
    }

    private static final double SAME_POSITION_MM = 0.01;
    private static final double POSITION_TOLERANCE_MM = 0.1;
    private static final double DIRECTION_TOLERANCE = 1e-3;

    private final List<SegmentationFrame> frames;
    private final PixelReader pixels;
    private final double stepMm;

    SegmentationStack(List<SegmentationFrame> frames, PixelReader pixels) throws UnusableException {
        this.frames = frames;
        this.pixels = pixels;
        SegmentationFrame first = frames.get(0);
        for (SegmentationFrame frame : frames) {
            requireParallel(first, frame);
        }
        this.stepMm = step();
    }

    private static void requireParallel(SegmentationFrame first, SegmentationFrame frame) throws UnusableException {
        Vec3 offset = frame.positionLps().minus(first.positionLps());
        double inPlane =
                offset.minus(first.normal().times(offset.dot(first.normal()))).length();
        if (frame.rowDirection().minus(first.rowDirection()).length() > DIRECTION_TOLERANCE
                || frame.columnDirection().minus(first.columnDirection()).length() > DIRECTION_TOLERANCE
                || frame.spacingMmI() != first.spacingMmI()
                || frame.spacingMmJ() != first.spacingMmJ()
                || inPlane > POSITION_TOLERANCE_MM) {
            throw new UnusableException(
                    "frame %d is not parallel to the first, or shifted against it; expected one stack of slices"
                            .formatted(frame.index() + 1));
        }
    }

    private double alongNormal(SegmentationFrame frame) {
        return frame.positionLps()
                .minus(frames.get(0).positionLps())
                .dot(frames.get(0).normal());
    }

    /** What the file says if all gaps are whole numbers of it, or else the smallest gap, or the thickness of the only one. */
    private double step() throws UnusableException {
        double[] positions =
                frames.stream().mapToDouble(this::alongNormal).sorted().toArray();
        double[] gaps = new double[positions.length - 1];
        for (int n = 0; n < gaps.length; n++) {
            gaps[n] = positions[n + 1] - positions[n];
        }
        gaps = Arrays.stream(gaps).filter(gap -> gap > SAME_POSITION_MM).toArray();
        SegmentationFrame first = frames.get(0);
        double smallest = Arrays.stream(gaps).min().orElse(first.thicknessMm());
        for (double step : new double[] {first.spacingMmK(), smallest}) {
            if (step > 0 && areMultiples(gaps, step)) {
                return step;
            }
        }
        throw new UnusableException(String.format(
                Locale.ROOT,
                "gaps between slices that are no multiples of %.2f mm, expected regular slices",
                smallest));
    }

    private static boolean areMultiples(double[] gaps, double step) {
        return Arrays.stream(gaps)
                .allMatch(gap -> Math.round(gap / step) >= 1
                        && Math.abs(gap - Math.round(gap / step) * step) <= POSITION_TOLERANCE_MM);
    }

    /** The voxels of a segment; empty if it has none. */
    Optional<Mask> mask(int segment, Inside inside) throws IOException {
        List<SegmentationFrame> own = frames.stream()
                .filter(frame -> frame.segment().isEmpty() || frame.segment().getAsInt() == segment)
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        double lowest = own.stream().mapToDouble(this::alongNormal).min().orElseThrow();
        double highest = own.stream().mapToDouble(this::alongNormal).max().orElseThrow();
        VoxelGrid grid = grid(lowest, (int) Math.round((highest - lowest) / stepMm) + 1);
        var voxels = new boolean[grid.voxelCount()];
        boolean any = false;
        for (SegmentationFrame frame : own) {
            int at = grid.index(0, 0, (int) Math.round((alongNormal(frame) - lowest) / stepMm));
            for (int stored : pixels.storedValues(frame.index())) {
                boolean in = inside.of(stored);
                voxels[at] |= in;
                any |= in;
                at++;
            }
        }
        return any ? Optional.of(new Mask(grid, voxels)) : Optional.empty();
    }

    private VoxelGrid grid(double lowestMm, int slices) {
        SegmentationFrame first = frames.get(0);
        return new VoxelGrid(
                pixels.columns(),
                pixels.rows(),
                slices,
                new Affine(
                        first.rowDirection().times(first.spacingMmI()),
                        first.columnDirection().times(first.spacingMmJ()),
                        first.normal().times(stepMm),
                        first.positionLps().plus(first.normal().times(lowestMm))));
    }
}
