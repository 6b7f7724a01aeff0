package org.midline.phantom.stream;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.midline.phantom.SyntheticAnatomy;
import org.midline.phantom.material.Material;

/** One patient of a library, compressed, without any image. */
record AnatomyEntry(AnatomyFacts facts, PackedPalette palette, Map<View, PackedMap> maps) {

    AnatomyEntry {
        maps = Map.copyOf(maps);
    }

    static AnatomyEntry of(SyntheticAnatomy anatomy) {
        var cut = new AnatomyCut(anatomy);
        var maps = new EnumMap<View, PackedMap>(View.class);
        for (View view : View.values()) {
            maps.put(view, PackedMap.of(cut.view(view)));
        }
        return new AnatomyEntry(AnatomyFacts.of(anatomy, cut.centreLps()), PackedPalette.of(cut.palette()), maps);
    }

    List<Material> materials() {
        return palette.unpacked();
    }

    AnatomyMap map(View view) {
        return maps.get(view).unpacked();
    }

    /** Memory that it takes, nearly. */
    int packedBytes() {
        return palette.materials().deflated().length
                + maps.values().stream().mapToInt(PackedMap::packedBytes).sum();
    }
}
