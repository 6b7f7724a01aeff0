package org.midline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midline.core.InputRefusedException;
import picocli.CommandLine.Command;

class FailureReportTest {
    @TempDir
    private Path cache;

    @BeforeEach
    void writeLogsHere() {
        System.setProperty("midline.cache", cache.toString());
    }

    @AfterEach
    void writeLogsElsewhere() {
        System.clearProperty("midline.cache");
    }

    @Command(name = "fail")
    private record Failing(Exception failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    private static CommandRun run(Exception failure, String... arguments) {
        var err = new StringWriter();
        int exitCode = Midline.commandLine()
                .addSubcommand(new Failing(failure))
                .setExecutionExceptionHandler(new FailureReport())
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(exitCode, "", err.toString());
    }

    @Test
    void aRefusalIsOneLine() {
        var run = run(new InputRefusedException("a.nii: truncated;\n export it again"), "fail");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT_REFUSED);
        assertThat(run.err()).isEqualTo("midline: a.nii: truncated; export it again" + System.lineSeparator());
    }

    @Test
    void anUnexpectedFailureIsOneLineAndALog() throws Exception {
        var run = run(new IllegalStateException("the sky fell"), "fail");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INTERNAL);
        assertThat(run.err().lines()).hasSize(1);
        var said = Pattern.compile("midline: IllegalStateException: the sky fell; details are in (.*)\\R")
                .matcher(run.err());
        assertThat(said.matches()).isTrue();
        assertThat(Files.readString(Path.of(said.group(1))))
                .contains("midline ", "Java ", "arguments: fail", "the sky fell", "\tat ");
    }

    @Test
    void debugPrintsWhere() {
        assertThat(run(new IllegalStateException("the sky fell"), "--debug", "fail")
                        .err())
                .contains("\tat ");
        assertThat(run(new InputRefusedException("no"), "fail", "--debug").err())
                .contains("\tat ");
    }
}
