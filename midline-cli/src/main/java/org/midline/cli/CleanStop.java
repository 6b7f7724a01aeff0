package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Lets work end in good order when the user interrupts it: the program stays until the work has noticed and saved what it
 * has to. The tensor library crashes the program if it is taken down while it computes.
 */
final class CleanStop {
    /** As shells say it: 128 and the number of the signal. */
    static final int EXIT_CODE = 130;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);
    private final PrintWriter err;
    private final Thread hook = new Thread(this::stop, "clean-stop");

    private CleanStop(PrintWriter err) {
        this.err = err;
    }

    /** Something that ends soon after it is told to stop. */
    @FunctionalInterface
    interface Work {
        /** @return the exit code, unless it is told to stop */
        int run(BooleanSupplier stop) throws IOException, InterruptedException;
    }

    /**
     * Works; interruptions wait for it meanwhile.
     *
     * @return what the work gave; if it was interrupted, the program ends with {@link #EXIT_CODE} instead
     */
    static int during(PrintWriter err, Work work) throws IOException, InterruptedException {
        var stop = new CleanStop(err);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        try {
            return work.run(stop.asked::get);
        } catch (IOException | RuntimeException e) {
            if (stop.asked.get()) {
                err.println("midline: what was going on failed: " + OneLine.of(e.toString()));
            }
            throw e;
        } finally {
            stop.end();
        }
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
    private void end() {
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
