package org.midline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter shown = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintWriter(shown), terminal, "patients", nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void tellsTheTimeThatIsLeftFromThePaceSoFar() {
        try (var line = line(true)) {
            pass(Duration.ofSeconds(20));
            line.done(2, 10, "B", true);
        }
        assertThat(shown.toString()).contains("2 of 10 patients (B), 80 s left");
    }

    @Test
    void doesNotCountWhatWasThereAlready() {
        try (var line = line(true)) {
            line.done(1, 4, "A", false);
            line.done(2, 4, "B", false);
            pass(Duration.ofMinutes(3));
            line.done(3, 4, "C", true);
        }
        assertThat(shown.toString()).contains("3 of 4 patients (C), 3 min left");
    }

    @Test
    void aLogGetsFewLinesAndTheLast() {
        try (var line = line(false)) {
            for (int n = 1; n <= 100; n++) {
                pass(Duration.ofSeconds(1));
                line.done(n, 100, "P" + n, true);
            }
        }
        assertThat(shown.toString().lines()).hasSize(4).last().isEqualTo("100 of 100 patients (P100)");
    }

    @Test
    void roundsDurations() {
        assertThat(ProgressLine.rounded(Duration.ofSeconds(119))).isEqualTo("119 s");
        assertThat(ProgressLine.rounded(Duration.ofSeconds(121))).isEqualTo("2 min");
        assertThat(ProgressLine.rounded(Duration.ofMinutes(150))).isEqualTo("2.5 h");
    }
}
