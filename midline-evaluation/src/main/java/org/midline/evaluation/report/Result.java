package org.midline.evaluation.report;

import org.midline.core.Mask;

/** What the delineation of a sequence came to. */
public sealed interface Result {

    /** @param gtv not empty */
    record Proposed(Mask gtv) implements Result {
        public Proposed {
            if (gtv.isEmpty()) {
                throw new IllegalArgumentException("A proposal without a voxel: report it as NothingFound");
            }
        }
    }

    /** The network ran and found no tumour. */
    record NothingFound(String reason) implements Result {}

    /** The image was not delineated. */
    record Refused(String reason) implements Result {}
}
