package org.midline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.midline.core.file.WholeFile;
import org.midline.delineation.CodeVersion;

/** Where an unexpected failure is written down for whoever has to find out. */
final class FailureLog {
    private FailureLog() {}

    /** @return the file, or empty if it could not be written */
    static Optional<Path> write(Throwable failure, List<String> arguments) {
        var text = new StringWriter();
        try (var writer = new PrintWriter(text)) {
            writer.println("midline " + CodeVersion.current());
            writer.println("Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch"));
            writer.println("arguments: " + String.join(" ", arguments));
            writer.println();
            failure.printStackTrace(writer);
        }
        var time = LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS"));
        Path file = Installation.cache().resolve("logs").resolve("failure-" + time + ".log");
        try {
            WholeFile.writeText(file, text.toString());
            return Optional.of(file);
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }
}
