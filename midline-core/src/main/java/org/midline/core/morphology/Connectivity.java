package org.midline.core.morphology;

/** Which voxels count as neighbours. */
public enum Connectivity {
    /** The 6 that share a face. */
    FACES(6),
    /** The 18 that share a face or an edge. */
    EDGES(18),
    /** The 26 that share a face, an edge or a corner. */
    CORNERS(26);

    private final int neighbours;

    Connectivity(int neighbours) {
        this.neighbours = neighbours;
    }

    public int neighbours() {
        return neighbours;
    }
}
