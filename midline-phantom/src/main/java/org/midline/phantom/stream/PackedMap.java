package org.midline.phantom.stream;

import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;

/**
 * An {@link AnatomyMap}, compressed: healthy tissue in a byte per voxel, and only in the window what disease has made of
 * it. In the map's memory a thousand patients find room.
 *
 * @param tissues of the whole grid, bytes
 * @param changed of the window: low bytes of the palette positions, then the high bytes; 0 where the tissue is healthy
 * @param occupancy of the window
 */
record PackedMap(VoxelGrid grid, HeadWindow window, Packed tissues, Packed changed, Packed occupancy) {

    static PackedMap of(AnatomyMap map) {
        short[] materials = map.materials();
        int healthy = Tissue.values().length;
        var tissues = new byte[materials.length];
        for (int n = 0; n < tissues.length; n++) {
            tissues[n] = Short.toUnsignedInt(materials[n]) < healthy ? (byte) materials[n] : 0;
        }
        HeadWindow window = map.window();
        int count = window.count();
        var changed = new byte[2 * count];
        window.forEach((n, i, j, k) -> {
            int material = Short.toUnsignedInt(materials[map.grid().index(i, j, k)]);
            if (material >= healthy) {
                changed[n] = (byte) material;
                changed[count + n] = (byte) (material >> 8);
            }
        });
        return new PackedMap(map.grid(), window, Packed.of(tissues), Packed.of(changed), Packed.of(map.occupancy()));
    }

    AnatomyMap unpacked() {
        byte[] healthy = tissues.unpacked();
        var materials = new short[healthy.length];
        for (int n = 0; n < materials.length; n++) {
            materials[n] = healthy[n];
        }
        byte[] changes = changed.unpacked();
        int count = window.count();
        int n = 0;
        for (int k = 0; k < window.sizeK(); k++) {
            for (int j = 0; j < window.sizeJ(); j++) {
                int voxel = grid.index(window.startI(), j + window.startJ(), k + window.startK());
                for (int i = 0; i < window.sizeI(); i++, n++, voxel++) {
                    int material = (changes[n] & 0xFF) | ((changes[count + n] & 0xFF) << 8);
                    if (material != 0) {
                        materials[voxel] = (short) material;
                    }
                }
            }
        }
        return new AnatomyMap(grid, materials, window, occupancy.unpacked());
    }

    int packedBytes() {
        return tissues.deflated().length + changed.deflated().length + occupancy.deflated().length;
    }
}
