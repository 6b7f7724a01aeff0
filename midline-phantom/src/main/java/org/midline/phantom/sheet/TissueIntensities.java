package org.midline.phantom.sheet;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.midline.core.Affine;
import org.midline.core.Mask;
import org.midline.core.Vec3;
import org.midline.core.Volume;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadMap;

/**
 * The intensities of one image by tissue, in units of white matter's median, in ascending order. Only voxels that lie
 * in one tissue as a whole count, by their centre and the middles of their six faces. Arrays must not be written.
 */
public record TissueIntensities(Map<TissueGroup, float[]> values) {

    public TissueIntensities {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /**
     * @param gtv tumour on the image's grid, a group of its own whatever tissue it has grown in
     * @throws IllegalArgumentException if no voxel lies in white matter, so that there is no unit
     */
    public static TissueIntensities of(Volume image, Mask gtv, HeadMap tissues) {
        VoxelGrid grid = image.grid();
        Affine toHead = tissues.grid().voxelToPatientLps().inverse();
        var sorted = new EnumMap<TissueGroup, float[]>(TissueGroup.class);
        var counts = new EnumMap<TissueGroup, Integer>(TissueGroup.class);
        for (TissueGroup group : TissueGroup.values()) {
            sorted.put(group, new float[1024]);
            counts.put(group, 0);
        }
        for (int k = 0; k < grid.sizeK(); k++) {
            for (int j = 0; j < grid.sizeJ(); j++) {
                for (int i = 0; i < grid.sizeI(); i++) {
                    Optional<TissueGroup> group =
                            gtv.at(i, j, k) ? Optional.of(TissueGroup.TUMOUR) : whole(tissues, toHead, grid, i, j, k);
                    if (group.isPresent()) {
                        add(sorted, counts, group.get(), image.at(i, j, k));
                    }
                }
            }
        }
        sorted.replaceAll((group, values) -> {
            float[] exact = Arrays.copyOf(values, counts.get(group));
            Arrays.sort(exact);
            return exact;
        });
        if (counts.get(TissueGroup.WHITE_MATTER) == 0) {
            throw new IllegalArgumentException("No voxel of the image lies in white matter as a whole");
        }
        float unit = Math.max(1e-6f, median(sorted.get(TissueGroup.WHITE_MATTER)));
        for (float[] values : sorted.values()) {
            for (int n = 0; n < values.length; n++) {
                values[n] /= unit;
            }
        }
        return new TissueIntensities(sorted);
    }

    /** The median of a tissue that occurs. */
    public float median(TissueGroup group) {
        return median(values.get(group));
    }

    private static float median(float[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static void add(
            Map<TissueGroup, float[]> sorted, Map<TissueGroup, Integer> counts, TissueGroup group, float value) {
        int count = counts.merge(group, 1, Integer::sum);
        float[] values = sorted.get(group);
        if (count > values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
            sorted.put(group, values);
        }
        values[count - 1] = value;
    }

    /** The group of a voxel that lies in one tissue as a whole. */
    private static Optional<TissueGroup> whole(HeadMap tissues, Affine toHead, VoxelGrid grid, int i, int j, int k) {
        Optional<TissueGroup> group = at(tissues, toHead, grid, i, j, k);
        for (int face = 0; group.isPresent() && face < 6; face++) {
            double half = face % 2 == 0 ? 0.5 : -0.5;
            int axis = face / 2;
            double u = i + (axis == 0 ? half : 0);
            double v = j + (axis == 1 ? half : 0);
            double w = k + (axis == 2 ? half : 0);
            if (!at(tissues, toHead, grid, u, v, w).equals(group)) {
                return Optional.empty();
            }
        }
        return group;
    }

    private static Optional<TissueGroup> at(
            HeadMap tissues, Affine toHead, VoxelGrid grid, double i, double j, double k) {
        Vec3 ijk = toHead.apply(grid.patientLps(i, j, k));
        int a = (int) Math.round(ijk.x());
        int b = (int) Math.round(ijk.y());
        int c = (int) Math.round(ijk.z());
        return tissues.grid().contains(a, b, c) ? TissueGroup.of(tissues.at(a, b, c)) : Optional.empty();
    }
}
