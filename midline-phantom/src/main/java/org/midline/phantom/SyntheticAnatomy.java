package org.midline.phantom;

import java.util.Optional;
import org.midline.phantom.head.Head;
import org.midline.phantom.head.HeadMap;
import org.midline.phantom.material.MaterialMap;
import org.midline.phantom.material.TissueChange;
import org.midline.phantom.tumour.Finding;

/**
 * A made-up patient before any imaging.
 *
 * @param seed that makes this anatomy again
 * @param head at rest, before the disease
 * @param present the tissues where they are now, on {@link HeadMap#standardGrid()}
 * @param change what the disease has made of them; empty without one
 */
public record SyntheticAnatomy(long seed, Finding finding, Head head, HeadMap present, Optional<TissueChange> change) {

    public MaterialMap materials() {
        return MaterialMap.of(present, change);
    }

    /** How much a glioma differs from its host, 1 without one. */
    public double conspicuity() {
        return finding instanceof Finding.Glioma glioma ? glioma.plan().conspicuity() : 1;
    }

    /** Within the tumour's macroscopic border, 0 without one. */
    public double volumeMl() {
        return change.map(c -> c.volumeMl(present.grid().voxelVolumeMm3())).orElse(0.0);
    }
}
