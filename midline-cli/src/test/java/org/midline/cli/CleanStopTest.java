package org.midline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CleanStopTest {

    @Test
    void theProgramStaysUntilTheWorkIsSaved() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Work.class.getName()))
                .redirectErrorStream(true)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("at work");
            process.toHandle().destroy();
            String rest = said.lines().collect(Collectors.joining("\n"));
            assertThat(rest).startsWith("Interrupted").contains("saved", "the disk is full");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(CleanStop.EXIT_CODE);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void workThatEndsByItselfLeavesNothingBehind() throws Exception {
        assertThat(CleanStop.during(new PrintWriter(new StringWriter()), stop -> stop.getAsBoolean() ? 1 : 7))
                .isEqualTo(7);
    }

    /** Works until it is asked to stop, takes a while to save and fails at last. */
    static final class Work {
        public static void main(String[] arguments) throws Exception {
            var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            CleanStop.during(err, stop -> {
                System.out.println("at work");
                while (!stop.getAsBoolean()) {
                    Thread.sleep(5);
                }
                Thread.sleep(300);
                System.out.println("saved");
                throw new IllegalStateException("the disk is full");
            });
        }
    }
}
