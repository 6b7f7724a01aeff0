package org.midline.network.training;

import java.io.Serial;

/** A loss or a gradient is no number any more, or beyond all reason: what was learnt is lost since the last checkpoint. */
public final class TrainingDivergedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final long step;

    TrainingDivergedException(long step, String message) {
        super(message);
        this.step = step;
    }

    /** At which it was noticed; nothing was changed in that step. */
    public long step() {
        return step;
    }

    /** @param savedStep of the checkpoint that is kept; 0 if there is none */
    TrainingDivergedException withCheckpoint(long savedStep) {
        String kept = savedStep == 0
                ? "there is no checkpoint yet"
                : "the checkpoint of step %d is kept, and its averaged weights are sound".formatted(savedStep);
        return new TrainingDivergedException(
                step, "%s: training diverged; %s. Try another seed or a lower rate".formatted(getMessage(), kept));
    }
}
