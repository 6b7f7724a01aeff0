package org.midline.network.training;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Where the time of a training's steps goes. The first steps, which also warm the machine up, are left out. */
final class StepClock {
    private static final int LEFT_OUT = 3;

    /** Parts of a step, in their order. */
    enum Phase {
        PATCHES("waiting for patches"),
        FORWARD("forward"),
        LOSS("overlap losses"),
        CRITIC("critic's judgement"),
        BACKWARD("backward"),
        UPDATE("optimiser"),
        CRITIC_LESSON("critic's lesson");

        private final String title;

        Phase(String title) {
            this.title = title;
        }
    }

    private final LongSupplier nanoTime;
    private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
    private long mark;
    private int steps;
    private long operations;

    /** @param nanoTime the clock */
    StepClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A step begins. */
    void begin() {
        mark = nanoTime.getAsLong();
    }

    /** A part of the step has ended; it began where the part before ended. */
    void end(Phase phase) {
        long now = nanoTime.getAsLong();
        if (steps >= LEFT_OUT) {
            nanos.merge(phase, now - mark, Long::sum);
        }
        mark = now;
    }

    /**
     * The step has ended.
     *
     * @param convolutionOperations that it took, multiplications and additions
     */
    void stepDone(long convolutionOperations) {
        if (steps >= LEFT_OUT) {
            operations += convolutionOperations;
        }
        steps++;
    }

    /** Seconds of a step, its parts' shares, and how fast the convolutions went; empty after too few steps. */
    Optional<String> summary() {
        double total = nanos.values().stream().mapToLong(Long::longValue).sum();
        if (total == 0) {
            return Optional.empty();
        }
        String shares = nanos.entrySet().stream()
                .map(entry ->
                        String.format(Locale.ROOT, "%s %.1f %%", entry.getKey().title, 100 * entry.getValue() / total))
                .collect(Collectors.joining(", "));
        return Optional.of(String.format(
                Locale.ROOT,
                "A step took %.2f s: %s. Its convolutions are %.1f GFLOP, %.1f GFLOP/s over the whole step",
                total / 1e9 / (steps - LEFT_OUT),
                shares,
                operations / 1e9 / (steps - LEFT_OUT),
                operations / total));
    }
}
