package org.midline.dicom.write;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A program from outside that judges what was written; tests are skipped where it is missing. */
record ForeignProgram(Path executable) {

    /** What a run said on both streams, and its exit code. */
    record Outcome(int exitCode, String output) {
        List<String> lines(String startsWith) {
            return output.lines().filter(line -> line.startsWith(startsWith)).toList();
        }
    }

    static ForeignProgram orSkip(String name) {
        for (String folder : System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1)) {
            Path candidate = Path.of(folder).resolve(name);
            if (Files.isExecutable(candidate)) {
                return new ForeignProgram(candidate);
            }
        }
        assumeTrue(false, "Skipped: program " + name + " is not on the path");
        throw new IllegalStateException("The assumption above does not return");
    }

    Outcome run(Object... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(executable.toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path output = Files.createTempFile("foreign", ".txt");
        try {
            int exitCode = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            return new Outcome(exitCode, Files.readString(output, StandardCharsets.ISO_8859_1));
        } finally {
            Files.delete(output);
        }
    }
}
