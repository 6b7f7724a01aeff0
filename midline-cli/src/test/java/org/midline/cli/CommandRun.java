package org.midline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** What a command line gave. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = Midline.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
