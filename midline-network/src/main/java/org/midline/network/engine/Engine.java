package org.midline.network.engine;

import org.bytedeco.pytorch.global.torch;

/** The tensor library as Midline uses it. */
public final class Engine {
    private static final String THREADS_VARIABLE = "MIDLINE_THREADS";

    private Engine() {}

    /**
     * Sets the number of native threads: the environment variable {@code MIDLINE_THREADS} if it is set, otherwise all
     * processors.
     */
    public static void prepare() {
        torch.set_num_threads(threads());
    }

    /** How many native threads {@link #prepare()} asks for. */
    public static int threads() {
        String wanted = System.getenv(THREADS_VARIABLE);
        if (wanted == null || wanted.isBlank()) {
            return Runtime.getRuntime().availableProcessors();
        }
        try {
            return Math.max(1, Integer.parseInt(wanted.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s is '%s': expected a number of threads".formatted(THREADS_VARIABLE, wanted), e);
        }
    }
}
