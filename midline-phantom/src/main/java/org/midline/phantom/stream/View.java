package org.midline.phantom.stream;

/** Which part of a patient is kept in a library, and how finely. */
public enum View {
    /** Brainstem, thalami and what surrounds them, for training on the region: 144 x 144 x 160 mm at 1 mm. */
    REGION(1),
    /** The whole head, for training on the head: 2 mm. */
    HEAD(2);

    private final int stride;

    View(int stride) {
        this.stride = stride;
    }

    /** Voxels of the anatomy's grid, which has 1 mm, from one voxel of the view to the next. */
    int stride() {
        return stride;
    }

    /** Edge of a voxel. */
    double spacingMm() {
        return stride;
    }
}
