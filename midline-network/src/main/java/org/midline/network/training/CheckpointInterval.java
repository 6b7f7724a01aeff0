package org.midline.network.training;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often a checkpoint is written, beside the one after each look at the validation patients. */
public sealed interface CheckpointInterval {

    /** After every so many steps. */
    record Steps(long count) implements CheckpointInterval {
        public Steps {
            if (count < 1) {
                throw new IllegalArgumentException("A checkpoint every %d steps: expected at least 1".formatted(count));
            }
        }

        @Override
        public boolean due(long steps, Duration time) {
            return steps >= count;
        }
    }

    /** After the first step that ends so long after the last checkpoint. */
    record Time(Duration duration) implements CheckpointInterval {
        public Time {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("A checkpoint every %s: expected a time".formatted(duration));
            }
        }

        @Override
        public boolean due(long steps, Duration time) {
            return time.compareTo(duration) >= 0;
        }
    }

    /** Whether another checkpoint is due so many steps and so long after the last one. */
    boolean due(long steps, Duration time);

    static CheckpointInterval usual() {
        return new Time(Duration.ofMinutes(5));
    }

    /**
     * As typed: {@code 200} for steps, {@code 90s}, {@code 5min} or {@code 1h} for a time.
     *
     * @throws IllegalArgumentException naming these forms
     */
    static CheckpointInterval ofText(String text) {
        Matcher found = Pattern.compile("([0-9]{1,9}) ?(s|min|h)?").matcher(text.toLowerCase(Locale.ROOT));
        if (!found.matches() || Long.parseLong(found.group(1)) == 0) {
            throw new IllegalArgumentException("'%s': expected steps (200) or a time (90s, 5min, 1h)".formatted(text));
        }
        long number = Long.parseLong(found.group(1));
        String unit = found.group(2) == null ? "" : found.group(2);
        return switch (unit) {
            case "s" -> new Time(Duration.ofSeconds(number));
            case "min" -> new Time(Duration.ofMinutes(number));
            case "h" -> new Time(Duration.ofHours(number));
            default -> new Steps(number);
        };
    }
}
