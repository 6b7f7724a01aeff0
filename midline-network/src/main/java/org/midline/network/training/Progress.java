package org.midline.network.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells how far a training is, how the loss goes and how long it will take; keeps every step's loss in a file. */
final class Progress {
    private static final double FORGET = 0.97;

    private final long steps;
    private final Path file;
    private final Consumer<String> log;
    private final StringBuilder unwritten = new StringBuilder();
    private double smoothedLoss = Double.NaN;
    private double secondsPerStep = Double.NaN;
    private long lastNanos = System.nanoTime();

    Progress(long done, long steps, Path file, Consumer<String> log) throws IOException {
        this.steps = steps;
        this.file = file;
        this.log = log;
        if (done == 0) {
            Files.writeString(file, "step,loss,critic,rate\n");
        }
    }

    void report(long step, Lesson.Losses losses, double rate, boolean aloud) throws IOException {
        double loss = losses.overlap();
        long now = System.nanoTime();
        double seconds = (now - lastNanos) / 1e9;
        lastNanos = now;
        smoothedLoss = Double.isNaN(smoothedLoss) ? loss : FORGET * smoothedLoss + (1 - FORGET) * loss;
        secondsPerStep = Double.isNaN(secondsPerStep) ? seconds : FORGET * secondsPerStep + (1 - FORGET) * seconds;
        unwritten.append(String.format(Locale.ROOT, "%d,%.6f,%s,%.3e%n", step, loss, critic(losses), rate));
        if (!aloud) {
            return;
        }
        Files.writeString(file, unwritten, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        unwritten.setLength(0);
        var left = Duration.ofSeconds((long) (secondsPerStep * (steps - step)));
        log.accept(String.format(
                Locale.ROOT,
                "step %d of %d  loss %.4f  %.2f s/step  %d:%02d:%02d left",
                step,
                steps,
                smoothedLoss,
                secondsPerStep,
                left.toHours(),
                left.toMinutesPart(),
                left.toSecondsPart()));
    }

    /** Empty while the critic takes no part. */
    private static String critic(Lesson.Losses losses) {
        return Double.isNaN(losses.critic()) ? "" : String.format(Locale.ROOT, "%.6f", losses.critic());
    }
}
