package org.midline.core.contour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Follows the cracks between inside and outside voxels of one slice, inside to the left.
 *
 * <p>A crack is an inside voxel and the direction (0 to 3: +i, +j, -i, -j) of an outside neighbour; its midpoint is a
 * point of the polygon. Works on a copy of the slice with a border of outside voxels. Scratch space is reused from slice
 * to slice; not for use by two threads at a time.
 */
final class SliceTracer {
    private static final int[] STEP_I = {1, 0, -1, 0};
    private static final int[] STEP_J = {0, 1, 0, -1};

    private final int sizeI;
    private final int sizeJ;
    private final int paddedSizeI;
    private final int[] step;
    private final boolean[] padded;
    private final boolean[] followed;

    SliceTracer(int sizeI, int sizeJ) {
        this.sizeI = sizeI;
        this.sizeJ = sizeJ;
        this.paddedSizeI = sizeI + 2;
        this.step = new int[] {1, paddedSizeI, -1, -paddedSizeI};
        this.padded = new boolean[paddedSizeI * (sizeJ + 2)];
        this.followed = new boolean[padded.length];
    }

    List<PlanarContour> trace(boolean[] inside, int k) {
        for (int j = 0; j < sizeJ; j++) {
            System.arraycopy(inside, sizeI * (j + sizeJ * k), padded, 1 + paddedSizeI * (j + 1), sizeI);
        }
        Arrays.fill(followed, false);
        var contours = new ArrayList<PlanarContour>();
        for (int voxel = paddedSizeI; voxel < padded.length - paddedSizeI; voxel++) {
            if (padded[voxel] && !padded[voxel + 1] && !followed[voxel]) {
                contours.add(follow(voxel, k));
            }
        }
        return contours;
    }

    /** The polygon through the crack on the +i side of a voxel. Every polygon has such a crack. */
    private PlanarContour follow(int startVoxel, int k) {
        var points = new ArrayList<PlanarContour.Point>();
        int voxel = startVoxel;
        int direction = 0;
        int turn = turnAfter(voxel, direction);
        int heading = heading(direction, turn);
        do {
            if (direction == 0) {
                followed[voxel] = true;
            }
            voxel = nextVoxel(voxel, direction, turn);
            direction = (direction + turn) & 3;
            turn = turnAfter(voxel, direction);
            int nextHeading = heading(direction, turn);
            if (nextHeading != heading) {
                points.add(new PlanarContour.Point(
                        voxel % paddedSizeI - 1 + STEP_I[direction] * 0.5,
                        voxel / paddedSizeI - 1 + STEP_J[direction] * 0.5));
            }
            heading = nextHeading;
        } while (voxel != startVoxel || direction != 0);
        boolean hole = new PlanarContour(k, points, false).signedAreaVoxels() < 0;
        return new PlanarContour(k, points, hole);
    }

    /** 1 to the left, 0 straight on, -1 to the right, where the voxel beyond the crack's far end is inside. */
    private int turnAfter(int voxel, int direction) {
        int along = step[(direction + 1) & 3];
        if (padded[voxel + step[direction] + along]) {
            return -1;
        }
        return padded[voxel + along] ? 0 : 1;
    }

    private int nextVoxel(int voxel, int direction, int turn) {
        int along = step[(direction + 1) & 3];
        return switch (turn) {
            case -1 -> voxel + step[direction] + along;
            case 0 -> voxel + along;
            default -> voxel;
        };
    }

    /** Which of eight compass directions, in steps of 45 degrees from +i, leads from a crack to the next. */
    private static int heading(int direction, int turn) {
        return (2 * direction + 2 + turn) & 7;
    }
}
