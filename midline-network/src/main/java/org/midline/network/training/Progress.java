package org.midline.network.training;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a training is, how its loss goes and how long it will take: the steps that are left, at the pace of the last
 * ones of this run, and the looks at the validation patients that are left.
 */
final class Progress {
    private final long steps;
    private final long validateEvery;
    private final LongSupplier nanoTime;
    private final Smoothed loss = new Smoothed();
    private final Smoothed secondsPerStep = new Smoothed();
    private final Smoothed secondsPerLook = new Smoothed();
    private long lastNanos;
    private boolean warm;

    /**
     * @param earlierLosses of the steps before this run
     * @param nanoTime the clock
     */
    Progress(long steps, long validateEvery, List<Double> earlierLosses, LongSupplier nanoTime) {
        this.steps = steps;
        this.validateEvery = validateEvery;
        this.nanoTime = nanoTime;
        earlierLosses.forEach(loss::add);
        lastNanos = nanoTime.getAsLong();
    }

    /** A step has ended. The first one of a run, which also warms the machine up, tells nothing of the pace. */
    void step(double stepLoss) {
        loss.add(stepLoss);
        double seconds = secondsSinceLast();
        if (warm) {
            secondsPerStep.add(seconds);
        }
        warm = true;
    }

    /** A look at the validation patients has ended. */
    void look() {
        secondsPerLook.add(secondsSinceLast());
    }

    String line(long step) {
        String pace = "";
        if (Double.isFinite(secondsPerStep.mean())) {
            Duration left = left(step);
            pace = String.format(
                    Locale.ROOT,
                    "  %.2f s/step  %d:%02d:%02d left",
                    secondsPerStep.mean(),
                    left.toHours(),
                    left.toMinutesPart(),
                    left.toSecondsPart());
        }
        return String.format(Locale.ROOT, "step %d of %d  loss %.4f%s", step, steps, loss.mean(), pace);
    }

    private Duration left(long step) {
        double seconds = secondsPerStep.mean() * (steps - step);
        if (Double.isFinite(secondsPerLook.mean())) {
            long looks = steps / validateEvery - step / validateEvery + (steps % validateEvery == 0 ? 0 : 1);
            seconds += secondsPerLook.mean() * looks;
        }
        return Duration.ofSeconds(Math.round(seconds));
    }

    private double secondsSinceLast() {
        long now = nanoTime.getAsLong();
        double seconds = (now - lastNanos) / 1e9;
        lastNanos = now;
        return seconds;
    }
}
