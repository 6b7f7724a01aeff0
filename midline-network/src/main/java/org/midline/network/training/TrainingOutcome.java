package org.midline.network.training;

import org.midline.network.model.ModelFolder;

/** How a run of a training ended, if it did not fail. */
public sealed interface TrainingOutcome {

    /** The model is written. */
    record Finished(ModelFolder model) implements TrainingOutcome {}

    /**
     * It was asked to stop, and can be gone on with.
     *
     * @param step whose state is saved; 0 if there is nothing to save yet
     */
    record Stopped(long step) implements TrainingOutcome {}
}
