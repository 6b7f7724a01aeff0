package org.midline.network.training;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Mean Dice coefficient on the working grid for each output; empty where nothing was looked at. */
record ValidationResult(List<Double> diceByOutput) {
    ValidationResult {
        diceByOutput = List.copyOf(diceByOutput);
    }

    @Override
    public String toString() {
        return diceByOutput.stream()
                .map(dice -> String.format(Locale.ROOT, "%.3f", dice))
                .collect(Collectors.joining(", ", "mean DSC on the working grid ", ""));
    }
}
