package org.midline.cli;

import java.nio.file.Path;

/** What the launcher tells of where it stands. */
final class Installation {
    private Installation() {}

    /** The folder of the launcher; the working directory where there is none. */
    static Path home() {
        return Path.of(System.getProperty("midline.home", "")).toAbsolutePath();
    }

    /** A folder for what can be thrown away. */
    static Path cache() {
        return Path.of(System.getProperty("midline.cache", System.getProperty("java.io.tmpdir") + "/midline"));
    }

    /** True if standard error is a terminal on which a line can be written over. */
    static boolean terminal() {
        return Boolean.getBoolean("midline.terminal");
    }
}
