package org.midline.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.midline.core.InputRefusedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A command that failed: one line on standard error, an exit code, and the details in a log or with --debug. */
final class FailureReport implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        boolean debug = command.getCommandSpec().root().userObject() instanceof Midline midline && midline.debug();
        if (debug) {
            failure.printStackTrace(err);
        }
        int exitCode;
        if (failure instanceof InputRefusedException) {
            err.println("midline: " + OneLine.of(String.valueOf(failure.getMessage())));
            exitCode = ExitCodes.INPUT_REFUSED;
        } else {
            Optional<Path> log = debug ? Optional.empty() : FailureLog.write(failure, parsed.originalArgs());
            err.println("midline: %s; %s"
                    .formatted(
                            reason(failure),
                            log.map(file -> "details are in " + file).orElse("run again with --debug for details")));
            exitCode = ExitCodes.INTERNAL;
        }
        err.flush();
        return exitCode;
    }

    private static String reason(Exception failure) {
        Throwable cause = failure;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String kind = cause.getClass().getSimpleName();
        return OneLine.of(cause.getMessage() == null ? kind : kind + ": " + cause.getMessage());
    }
}
