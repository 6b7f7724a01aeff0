package org.midline.delineation.series;

import java.util.List;
import org.midline.core.Sequence;

/** What a series was recognised as, with the reasons, for people: one short statement each, the weightiest first. */
public sealed interface Recognition {

    List<String> reasons();

    /** How far the evidence agrees. */
    enum Confidence {
        /** Acquisition attributes and description say the same. */
        FIRM,
        /** One of them says it, the other is silent. */
        LIKELY,
        /** They contradict each other; the reasons show how. */
        DOUBTFUL
    }

    /** One of the sequences that Midline delineates on. */
    record Recognised(Sequence sequence, List<String> reasons, Confidence confidence) implements Recognition {
        public Recognised {
            reasons = List.copyOf(reasons);
        }
    }

    /** None of them, or not to be told. */
    record NotOurs(List<String> reasons) implements Recognition {
        public NotOurs {
            reasons = List.copyOf(reasons);
        }
    }
}
