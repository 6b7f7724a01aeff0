package org.midline.network.data;

import org.midline.network.image.WorkingGrid;

/**
 * Patches without end. What is at a position depends on nothing but the position: training that goes on from step n sees
 * what it would have seen had it never stopped.
 */
public interface PatchSource {

    WorkingGrid workingGrid();

    /** The patch at a position from 0; from any thread. */
    Patch at(long position);

    /** What the patches are made from, in some words; the same words for the same patches only. */
    String description();
}
