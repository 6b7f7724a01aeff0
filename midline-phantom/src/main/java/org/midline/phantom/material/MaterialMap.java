package org.midline.phantom.material;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.head.Tissue;

/**
 * The material of every voxel as an index into a palette, i fastest. The first entries of the palette are the healthy
 * tissues in the order of {@link Tissue}, so that a healthy voxel's index is its tissue's label; changed tissue follows,
 * its shares rounded to sixteenths or, where they matter less, eighths. The array is kept and must not be written.
 */
@SuppressWarnings("ArrayRecordComponent") // images are large and immutable by convention
public record MaterialMap(VoxelGrid grid, short[] materials, List<Material> palette) {
    private static final int MOST = 1 << 16;

    public MaterialMap {
        if (materials.length != grid.voxelCount() || palette.size() > MOST) {
            throw new IllegalArgumentException("%d materials for %d voxels, palette of %d"
                    .formatted(materials.length, grid.voxelCount(), palette.size()));
        }
        palette = List.copyOf(palette);
    }

    public static MaterialMap of(HeadMap head, Optional<TissueChange> change) {
        byte[] tissues = head.tissues();
        var materials = new short[tissues.length];
        for (int n = 0; n < materials.length; n++) {
            materials[n] = tissues[n];
        }
        var palette = new Palette();
        change.ifPresent(changed -> changed.window().forEach((n, i, j, k) -> {
            int voxel = head.grid().index(i, j, k);
            materials[voxel] = palette.indexOf(tissues[voxel], changed, n);
        }));
        return new MaterialMap(head.grid(), materials, palette.materials);
    }

    /** The position in the palette at a voxel, from 0 to 65,535. */
    public int indexAt(int voxel) {
        return Short.toUnsignedInt(materials[voxel]);
    }

    private static final class Palette {
        private final List<Material> materials = new ArrayList<>();
        private final Map<Integer, Short> places = new HashMap<>();

        Palette() {
            for (Tissue tissue : Tissue.values()) {
                materials.add(Material.healthy(tissue));
            }
        }

        short indexOf(byte label, TissueChange changed, int n) {
            int density = level(changed.density()[n], 16);
            int necrosis = level(changed.necrosis()[n], 8);
            int cyst = level(changed.cyst()[n], 8);
            int haemorrhage = level(changed.haemorrhage()[n], 8);
            int enhancing = level(changed.enhancing()[n], 16);
            int oedema = level(changed.oedema()[n], 8);
            int key = density + 17 * (necrosis + 9 * (cyst + 9 * (haemorrhage + 9 * (enhancing + 17 * oedema))));
            if (key == 0) {
                return label;
            }
            return places.computeIfAbsent(key * Tissue.values().length + label, unseen -> {
                materials.add(new Material(
                        Tissue.of(label),
                        density / 16f,
                        necrosis / 8f,
                        cyst / 8f,
                        haemorrhage / 8f,
                        enhancing / 16f,
                        oedema / 8f));
                return (short) (materials.size() - 1);
            });
        }

        private static int level(float share, int steps) {
            return Math.max(0, Math.min(steps, Math.round(share * steps)));
        }
    }
}
