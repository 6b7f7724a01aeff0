package org.midline.network.ablation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.midline.network.ablation.Ablation.Outcome;

/**
 * What an ablation gave.
 *
 * @param title what was trained and measured on
 */
public record AblationTable(String title, List<Outcome> outcomes) {
    public AblationTable {
        outcomes = List.copyOf(outcomes);
    }

    /** For the terminal: a line for each variant, its mean over the seeds and how far that is from the full method. */
    public String text() {
        var text = new StringBuilder(title).append("\n\n");
        text.append(String.format(Locale.ROOT, "%-30s %6s %6s %9s  %s%n", "", "DSC", "SD", "to full", "each seed"));
        double full = mean(dices(Variant.FULL));
        for (Variant variant : Variant.values()) {
            double[] dices = dices(variant);
            if (dices.length > 0) {
                text.append(String.format(
                        Locale.ROOT,
                        "%-30s %6.3f %6s %9s  %s%n",
                        variant.title(),
                        mean(dices),
                        dices.length < 2 ? "-" : String.format(Locale.ROOT, "%.3f", sd(dices)),
                        variant == Variant.FULL || Double.isNaN(full)
                                ? "-"
                                : String.format(Locale.ROOT, "%+.3f", mean(dices) - full),
                        Arrays.stream(dices)
                                .mapToObj(dice -> String.format(Locale.ROOT, "%.3f", dice))
                                .collect(Collectors.joining(" "))));
            }
        }
        return text.toString();
    }

    /** One row a run (RFC 4180). */
    public String csv() {
        return outcomes.stream()
                .map(outcome -> String.format(
                        Locale.ROOT,
                        "%s,%d,%.6f,%d\r\n",
                        outcome.variant().key(),
                        outcome.seed(),
                        outcome.dice(),
                        outcome.parameters()))
                .collect(Collectors.joining("", "variant,seed,validation_dsc,parameters\r\n", ""));
    }

    private double[] dices(Variant variant) {
        return outcomes.stream()
                .filter(outcome -> outcome.variant() == variant)
                .mapToDouble(Outcome::dice)
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Of the sample. */
    private static double sd(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
