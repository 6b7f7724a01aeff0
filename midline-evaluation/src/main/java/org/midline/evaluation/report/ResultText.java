package org.midline.evaluation.report;

import java.util.Optional;

/** A {@link Result} in words. */
final class ResultText {

    private ResultText() {}

    static String headline(Result result) {
        if (result instanceof Result.Proposed) {
            return "Proposal";
        }
        return result instanceof Result.NothingFound ? "Nothing found" : "Refused";
    }

    /** The class of its mark in the style sheet. */
    static String style(Result result) {
        if (result instanceof Result.Proposed) {
            return "proposed";
        }
        return result instanceof Result.NothingFound ? "nothing" : "refused";
    }

    /** Why there is no contour; empty if there is one. */
    static Optional<String> reason(Result result) {
        if (result instanceof Result.NothingFound nothing) {
            return Optional.of(nothing.reason());
        }
        return result instanceof Result.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }
}
