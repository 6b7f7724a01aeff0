package org.midline.phantom.stream;

import java.util.ArrayList;
import java.util.List;
import org.midline.phantom.head.Tissue;
import org.midline.phantom.material.Material;

/**
 * A list of materials in seven bytes each: the host's position in {@code hosts}, and the shares in parts of
 * {@value #PARTS}.
 */
record PackedPalette(List<String> hosts, Packed materials) {
    /** Whole multiples of a sixteenth, of an eighth and of a tenth are kept as they are. */
    private static final int PARTS = 240;

    private static final int BYTES = 7;

    PackedPalette {
        hosts = List.copyOf(hosts);
    }

    static PackedPalette of(List<Material> palette) {
        var hosts = new ArrayList<String>();
        for (Tissue tissue : Tissue.values()) {
            hosts.add(tissue.name());
        }
        var bytes = new byte[BYTES * palette.size()];
        int n = 0;
        for (Material material : palette) {
            bytes[n++] = material.host().label();
            bytes[n++] = part(material.density());
            bytes[n++] = part(material.necrosis());
            bytes[n++] = part(material.cyst());
            bytes[n++] = part(material.haemorrhage());
            bytes[n++] = part(material.enhancing());
            bytes[n++] = part(material.oedema());
        }
        return new PackedPalette(hosts, Packed.of(bytes));
    }

    List<Material> unpacked() {
        byte[] bytes = materials.unpacked();
        var palette = new ArrayList<Material>(bytes.length / BYTES);
        for (int n = 0; n < bytes.length; n += BYTES) {
            palette.add(new Material(
                    Tissue.valueOf(hosts.get(bytes[n])),
                    share(bytes[n + 1]),
                    share(bytes[n + 2]),
                    share(bytes[n + 3]),
                    share(bytes[n + 4]),
                    share(bytes[n + 5]),
                    share(bytes[n + 6])));
        }
        return palette;
    }

    private static byte part(float share) {
        return (byte) Math.round(share * PARTS);
    }

    private static float share(byte part) {
        return (part & 0xFF) / (float) PARTS;
    }
}
