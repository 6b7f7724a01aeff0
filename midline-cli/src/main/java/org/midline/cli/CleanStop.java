package org.midline.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets work end in good order when the user interrupts it: the program stays until the work has noticed, saved what it
 * has to and closed this. The tensor library crashes the program if it is taken down while it computes.
 */
final class CleanStop implements AutoCloseable {
    /** As shells say it: 128 and the number of the signal. */
    static final int EXIT_CODE = 130;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);
    private final PrintWriter err;
    private final Thread hook = new Thread(this::stop, "clean-stop");

    private CleanStop(PrintWriter err) {
        this.err = err;
    }

    /** Interruptions wait for the work from here on. */
    static CleanStop begin(PrintWriter err) {
        var stop = new CleanStop(err);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** Whether the work should end, soon. */
    boolean isAsked() {
        return asked.get();
    }

    private void stop() {
        asked.set(true);
        err.println("Interrupted: one moment, this step is finished and saved");
        err.flush();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        err.flush();
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    /** The work is over; if it was interrupted, so is the program. */
    @Override
    public void close() {
        over.countDown();
        if (!asked.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                // interrupted in this very moment: the hook ends the program
            }
        }
    }
}
