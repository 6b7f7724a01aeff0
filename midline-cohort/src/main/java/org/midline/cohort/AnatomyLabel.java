package org.midline.cohort;

/** The values of an anatomy label map: the structures in which a diffuse midline glioma is looked for. */
public enum AnatomyLabel {
    OTHER(0),
    BRAINSTEM(1),
    THALAMI(2);

    private final byte value;

    AnatomyLabel(int value) {
        this.value = (byte) value;
    }

    /** The voxel value, an unsigned byte. */
    public byte value() {
        return value;
    }
}
