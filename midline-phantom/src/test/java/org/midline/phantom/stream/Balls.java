package org.midline.phantom.stream;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.midline.core.Affine;
import org.midline.core.Vec3;
import org.midline.core.VoxelGrid;
import org.midline.phantom.head.HeadWindow;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.Material;

/** A head that is a ball of pons in a ball of white matter, a tumour that is a ball beside the middle. */
final class Balls {
    static final double TUMOUR_RADIUS_MM = 13;
    static final Vec3 TUMOUR_LPS = new Vec3(9, 4, -6);

    private static final short TUMOUR = (short) Tissue.values().length;

    private Balls() {}

    static List<Material> palette() {
        var palette = new ArrayList<Material>();
        for (Tissue tissue : Tissue.values()) {
            palette.add(Material.healthy(tissue));
        }
        palette.add(new Material(Tissue.PONS, 1, 0, 0, 0, 0, 0));
        return palette;
    }

    static AnatomyEntry entry() {
        Map<View, PackedMap> maps = new EnumMap<>(View.class);
        maps.put(View.REGION, PackedMap.of(map(1, 144)));
        maps.put(View.HEAD, PackedMap.of(map(2, 100)));
        var facts = new AnatomyFacts(7, "balls", 9, "glioma", 1, 9.2, Affine.IDENTITY, new Vec3(0, 0, 0));
        return new AnatomyEntry(facts, PackedPalette.of(palette()), maps);
    }

    static AnatomyMap map(double spacingMm, int size) {
        double corner = -spacingMm * (size - 1) / 2;
        var grid = new VoxelGrid(
                size,
                size,
                size,
                Affine.scaling(spacingMm, spacingMm, spacingMm).withTranslation(new Vec3(corner, corner, corner)));
        var materials = new short[grid.voxelCount()];
        int half = (int) Math.ceil((spacingMm == 1 ? 18 : 46) / spacingMm);
        Vec3 middle = grid.voxelIjk(TUMOUR_LPS);
        var window = new HeadWindow(
                (int) middle.x() - half,
                (int) middle.y() - half,
                (int) middle.z() - half,
                2 * half,
                2 * half,
                2 * half);
        for (int n = 0; n < materials.length; n++) {
            int k = n / (size * size);
            int j = n / size % size;
            Vec3 p = grid.patientLps(n % size, j, k);
            materials[n] = p.minus(TUMOUR_LPS).length() < TUMOUR_RADIUS_MM
                    ? TUMOUR
                    : (p.length() < 30 ? Tissue.PONS : p.length() < 65 ? Tissue.WHITE_MATTER : Tissue.AIR).label();
        }
        var occupancy = new byte[window.count()];
        window.forEach((n, i, j, k) ->
                occupancy[n] = (byte) (materials[grid.index(i, j, k)] == TUMOUR ? AnatomyMap.FULL : 0));
        return new AnatomyMap(grid, materials, window, occupancy);
    }

    /** The grid of a network about the origin. */
    static VoxelGrid working(double spacingMm, int sizeI, int sizeJ, int sizeK) {
        var corner = new Vec3(-spacingMm * (sizeI - 1) / 2, -spacingMm * (sizeJ - 1) / 2, -spacingMm * (sizeK - 1) / 2);
        return new VoxelGrid(
                sizeI,
                sizeJ,
                sizeK,
                Affine.scaling(spacingMm, spacingMm, spacingMm).withTranslation(corner));
    }
}
