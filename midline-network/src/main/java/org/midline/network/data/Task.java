package org.midline.network.data;

import java.util.List;
import org.midline.network.image.WorkingGrid;

/** What a network learns to do. */
public enum Task {
    /** Brainstem, thalami and tumour on a coarse grid of the head, from any sequence. */
    LOCALISER,
    /** The tumour on the region round brainstem and thalami, from one sequence. */
    SEGMENTER;

    public WorkingGrid workingGrid() {
        return switch (this) {
            case LOCALISER -> WorkingGrid.head();
            case SEGMENTER -> WorkingGrid.region();
        };
    }

    /** Structures told apart. */
    public int outputs() {
        return outputNames().size();
    }

    /** What the structures are; the tumour is the last. */
    public List<String> outputNames() {
        return switch (this) {
            case LOCALISER -> List.of("brainstem", "thalami", "tumour");
            case SEGMENTER -> List.of("tumour");
        };
    }
}
