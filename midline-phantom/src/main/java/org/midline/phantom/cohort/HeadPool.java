package org.midline.phantom.cohort;

import org.midline.phantom.head.HeadSource;
import org.midline.phantom.head.procedural.ProceduralHeads;

/**
 * Heads that patients may have.
 *
 * @param identity tells this pool from every other one that would give other heads for the same seed
 */
public record HeadPool(String identity, HeadSource heads) {
    public static final HeadPool PROCEDURAL = new HeadPool("procedural", new ProceduralHeads());
}
