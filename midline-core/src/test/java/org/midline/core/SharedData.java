package org.midline.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real images that are not part of the repository; tests that need them are skipped where they are missing. */
public final class SharedData {
    private SharedData() {}

    /** A file below the folder of MIDLINE_SHARED, or else of a folder "shared" beside one of the working directory's. */
    public static Path require(String name) {
        Path file = root().resolve("data").resolve(name);
        assumeTrue(Files.exists(file), "shared data is missing: " + name);
        return file;
    }

    private static Path root() {
        String given = System.getenv("MIDLINE_SHARED");
        if (given != null) {
            return Path.of(given);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path shared = folder.resolveSibling("shared");
            if (Files.isDirectory(shared.resolve("data"))) {
                return shared;
            }
        }
        return Path.of("shared");
    }
}
