package org.midline.network.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.midline.network.model.FloatArray;

/**
 * The best averaged weights so far, by the mean Dice coefficient of the tumour in the validation patients.
 *
 * @param best empty before the first look at the validation patients, or while no look gave a number
 * @param looksSince how many looks there were since the best was reached first, none of them better
 */
record Standing(Optional<Best> best, int looksSince) {

    /**
     * @param step after which they were looked at
     * @param dice for each output; the tumour is the last
     * @param weights by name
     */
    record Best(long step, List<Double> dice, Map<String, FloatArray> weights) {
        Best {
            dice = List.copyOf(dice);
        }
    }

    static Standing atTheStart() {
        return new Standing(Optional.empty(), 0);
    }

    /** After another look. One that is as good as the best takes its place, having learnt longer, but is no better. */
    Standing after(long step, ValidationResult result, Supplier<Map<String, FloatArray>> weights) {
        double least = best.map(earlier -> tumour(earlier.dice())).orElse(Double.NEGATIVE_INFINITY);
        double now = result.diceByOutput().isEmpty() ? Double.NaN : tumour(result.diceByOutput());
        int looks = now > least ? 0 : looksSince + 1;
        return now >= least
                ? new Standing(Optional.of(new Best(step, result.diceByOutput(), weights.get())), looks)
                : new Standing(best, looks);
    }

    /** @param patience looks without a better one after which it is time to end; 0 for never */
    boolean exhausted(int patience) {
        return patience > 0 && looksSince >= patience;
    }

    private static double tumour(List<Double> dice) {
        return dice.get(dice.size() - 1);
    }
}
