package org.midline.cohort;

import java.util.ArrayList;
import java.util.List;

/**
 * What shares of a cohort's patients go to training, validation and test; they add up to 1. Patients are dealt out in
 * turn, so that every share is met within one patient for any number of them, and a longer cohort begins as a shorter
 * one does.
 */
public record SplitShares(double training, double validation, double test) {
    /** Seven of ten to learn from, the rest shared. */
    public static final SplitShares USUAL = new SplitShares(0.7, 0.15, 0.15);

    private static final List<Split> ORDER = List.of(Split.TRAIN, Split.VALIDATION, Split.TEST);

    public SplitShares {
        if (!(training >= 0 && validation >= 0 && test >= 0) || Math.abs(training + validation + test - 1) > 1e-9) {
            throw new IllegalArgumentException(
                    "Shares %s + %s + %s: expected to add up to 1, none below 0".formatted(training, validation, test));
        }
    }

    /** The same proportion of training and validation, where the test patients are known already. */
    public SplitShares withoutTest() {
        double rest = training + validation;
        return rest > 0 ? new SplitShares(training / rest, validation / rest, 0) : new SplitShares(1, 0, 0);
    }

    /** The splits of a cohort's patients, in the order of the patients. */
    public List<Split> deal(int patients) {
        var splits = new ArrayList<Split>();
        var dealt = new int[3];
        double[] shares = {training, validation, test};
        for (int n = 0; n < patients; n++) {
            int chosen = 0;
            for (int s = 1; s < shares.length; s++) {
                if (shares[s] * (n + 1) - dealt[s] > shares[chosen] * (n + 1) - dealt[chosen] + 1e-9) {
                    chosen = s;
                }
            }
            dealt[chosen]++;
            splits.add(ORDER.get(chosen));
        }
        return splits;
    }
}
