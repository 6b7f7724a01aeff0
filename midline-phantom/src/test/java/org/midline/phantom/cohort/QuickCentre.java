package org.midline.phantom.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.midline.phantom.scanner.Centre;

/** A centre of coarse images, quickly made. */
final class QuickCentre {
    /** Read by the tests of the command line too. */
    private static final Path FILE =
            Path.of("src", "test", "resources", "org", "midline", "phantom", "cohort", "quick-centre.json");

    private QuickCentre() {}

    static Centre named(String name, Path work) throws IOException {
        Path file = work.resolve(name + ".json");
        Files.writeString(file, Files.readString(FILE).replace("\"quick\"", '"' + name + '"'));
        return Centre.read(file);
    }
}
