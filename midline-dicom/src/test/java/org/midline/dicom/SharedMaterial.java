package org.midline.dicom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Foreign material and foreign programs: tests that need them are skipped with a message where they are missing. */
public final class SharedMaterial {
    private SharedMaterial() {}

    /** A file or folder below {@code shared/data}. */
    public static Path data(String relative) {
        Optional<Path> found = folder().map(folder -> folder.resolve("data").resolve(relative));
        assumeTrue(found.isPresent() && Files.exists(found.get()), () -> "no shared material: data/" + relative);
        return found.orElseThrow();
    }

    private static Optional<Path> folder() {
        String named = System.getenv("MIDLINE_SHARED");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolve("shared");
            if (Files.isDirectory(shared.resolve("data"))) {
                return Optional.of(shared);
            }
        }
        return Optional.empty();
    }

    /** Runs a foreign program in a folder; its output must not matter. Returns the exit code. */
    public static int run(Path folder, String... command) throws IOException, InterruptedException {
        boolean installed;
        try {
            var probe = new ProcessBuilder(command[0], "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            probe.waitFor();
            installed = true;
        } catch (IOException e) {
            installed = false;
        }
        assumeTrue(installed, () -> command[0] + " is not installed");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        assumeTrue(process.waitFor(60, TimeUnit.SECONDS), () -> command[0] + " did not end");
        return process.exitValue();
    }
}
