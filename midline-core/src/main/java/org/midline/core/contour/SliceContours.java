package org.midline.core.contour;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.midline.core.Mask;
import org.midline.core.VoxelGrid;

/**
 * The outlines of a mask on its k-slices, as closed polygons.
 *
 * <p>The polygons run through the points half way between each inside voxel and its outside neighbours along i and j
 * (marching squares on a binary image); what lies beyond the grid is outside. Inside voxels that meet only at a corner
 * are joined, so a diagonal line one voxel wide is one polygon and a lone voxel a diamond; outside voxels that meet only
 * at a corner are not. So polygons neither cross nor touch themselves or one another, no point is doubled, none lies on
 * a straight line between its neighbours, and no voxel centre is nearer to a polygon than 0.35 voxels. An outer polygon
 * encloses half a voxel face less than its voxels have, a hole half a face less than its own voxels.
 */
public final class SliceContours {
    private SliceContours() {}

    /**
     * The polygons of every slice that has any, by slice index in ascending order; outer ones counter-clockwise in
     * (i, j), holes clockwise. Empty for an empty mask. {@link ContourFiller} gives back the same mask.
     */
    public static Map<Integer, List<PlanarContour>> trace(Mask mask) {
        VoxelGrid grid = mask.grid();
        var bySlice = new TreeMap<Integer, List<PlanarContour>>();
        var tracer = new SliceTracer(grid.sizeI(), grid.sizeJ());
        for (int k = 0; k < grid.sizeK(); k++) {
            List<PlanarContour> contours = tracer.trace(mask.inside(), k);
            if (!contours.isEmpty()) {
                bySlice.put(k, List.copyOf(contours));
            }
        }
        return Collections.unmodifiableMap(bySlice);
    }

    /** All polygons of {@link #trace} in one list, by ascending slice. */
    public static List<PlanarContour> all(Mask mask) {
        var contours = new ArrayList<PlanarContour>();
        trace(mask).values().forEach(contours::addAll);
        return Collections.unmodifiableList(contours);
    }
}
