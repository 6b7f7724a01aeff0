package org.midline.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a long command is, with the time that is left: on a terminal one line that changes, elsewhere a line every
 * half minute. Safe to use from many threads.
 */
final class ProgressLine implements AutoCloseable {
    private static final Duration TERMINAL_PAUSE = Duration.ofMillis(200);
    private static final Duration LOG_PAUSE = Duration.ofSeconds(30);

    private final PrintWriter err;
    private final boolean terminal;
    private final String what;
    private final LongSupplier clock;
    private final long startNanos;
    private long lastShownNanos;
    private int skipped;

    /** @param what for example "patients" */
    ProgressLine(PrintWriter err, boolean terminal, String what) {
        this(err, terminal, what, System::nanoTime);
    }

    ProgressLine(PrintWriter err, boolean terminal, String what, LongSupplier clock) {
        this.err = err;
        this.terminal = terminal;
        this.what = what;
        this.clock = clock;
        this.startNanos = clock.getAsLong();
        this.lastShownNanos = startNanos;
    }

    /**
     * @param done how many are finished, this one included
     * @param worked false if this one was there from an earlier run, and tells nothing about the pace
     */
    synchronized void done(int done, int of, String latest, boolean worked) {
        if (!worked) {
            skipped++;
        }
        long now = clock.getAsLong();
        long pause = (terminal ? TERMINAL_PAUSE : LOG_PAUSE).toNanos();
        if (now - lastShownNanos < pause && done < of) {
            return;
        }
        lastShownNanos = now;
        var line = "%d of %d %s (%s)%s".formatted(done, of, what, latest, timeLeft(done, of, now - startNanos));
        if (terminal) {
            err.print("\r\u001b[K" + line);
            err.flush();
        } else {
            err.println(line);
        }
    }

    private String timeLeft(int done, int of, long elapsedNanos) {
        int worked = done - skipped;
        if (worked < 1 || done == of) {
            return "";
        }
        return ", " + rounded(Duration.ofNanos(elapsedNanos / worked * (of - done))) + " left";
    }

    /** In the largest unit that has two of it: "90 min", "3 h", "45 s". */
    static String rounded(Duration duration) {
        if (duration.toMinutes() >= 120) {
            return String.format(Locale.ROOT, "%.1f h", duration.toMinutes() / 60.0);
        }
        return duration.toSeconds() >= 120 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    /** Leaves the terminal on a fresh line. */
    @Override
    public synchronized void close() {
        if (terminal) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
