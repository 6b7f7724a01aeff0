package org.midline.phantom.head;

/** What a voxel of a head is made of. The order gives the values in a {@link HeadMap}. */
@SuppressWarnings("EnumOrdinal") // labels live in memory only, within one patient
public enum Tissue {
    AIR,
    SKIN,
    FAT,
    MUSCLE,
    CORTICAL_BONE,
    MARROW,
    MUCOSA,
    VITREOUS,
    LENS,
    DURA,
    CSF,
    VENTRICLE,
    CHOROID_PLEXUS,
    ARTERY,
    VEIN,
    PITUITARY,
    CORTEX,
    WHITE_MATTER,
    BASAL_GANGLIA,
    PALLIDUM,
    THALAMUS,
    MIDBRAIN,
    PONS,
    MEDULLA,
    SPINAL_CORD,
    CEREBELLAR_CORTEX,
    CEREBELLAR_WHITE_MATTER;

    private static final Tissue[] VALUES = values();

    public static Tissue of(byte label) {
        return VALUES[label];
    }

    /** Position in {@link #values()}, which is the label. */
    public int index() {
        return ordinal();
    }

    public byte label() {
        return (byte) ordinal();
    }

    /** Nervous tissue: what a glioma can grow in. */
    public boolean isBrain() {
        return ordinal() >= CORTEX.ordinal();
    }

    public boolean isBrainstem() {
        return this == MIDBRAIN || this == PONS || this == MEDULLA;
    }
}
