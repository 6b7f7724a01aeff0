package org.midline.cli;

import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Cross-validation instead of one training. */
final class FoldsOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description =
                    "Cross-validation: K trainings on the training and validation patients, each patient left out of "
                            + "one; a table of what each network says of those it has not seen; the mean of all as the model.")
    private Integer folds;

    @Option(names = "--fold", paramLabel = "N", description = "Of the folds only this one, 1 to K.")
    private Integer fold;

    /**
     * @param segmenter whether a segmenter is trained
     * @throws ParameterException naming the option that makes no sense
     */
    void check(boolean segmenter) {
        if (folds == null) {
            if (fold != null) {
                throw refusal("--fold needs --folds");
            }
            return;
        }
        if (!segmenter) {
            throw refusal("--folds is for a sequence, not for the localiser");
        }
        if (folds < 2) {
            throw refusal("--folds %d: expected at least 2".formatted(folds));
        }
        if (fold != null && (fold < 1 || fold > folds)) {
            throw refusal("--fold %d: expected 1 to %d".formatted(fold, folds));
        }
    }

    private ParameterException refusal(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    boolean isGiven() {
        return folds != null;
    }

    int count() {
        return folds;
    }

    /** The folds to train now. */
    List<Integer> wanted() {
        return fold != null
                ? List.of(fold)
                : IntStream.rangeClosed(1, folds).boxed().toList();
    }

    /** As part of a command that can be typed again, with a blank before it; the same for each fold. */
    String asTyped() {
        return folds == null ? "" : " --folds " + folds;
    }
}
