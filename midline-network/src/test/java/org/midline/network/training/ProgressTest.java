package org.midline.network.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final AtomicLong nanos = new AtomicLong(17);

    @Test
    void countsTheStepsAndTheLooksThatAreLeft() {
        var progress = new Progress(100, 30, List.of(), nanos::get);
        step(progress, 60);
        assertThat(progress.line(1)).isEqualTo("step 1 of 100  loss 0.5000");
        for (int n = 2; n <= 30; n++) {
            step(progress, 2);
        }
        assertThat(progress.line(30)).isEqualTo("step 30 of 100  loss 0.5000  2.00 s/step  0:02:20 left");
        nanos.addAndGet(100_000_000_000L);
        progress.look();
        step(progress, 2);
        // 69 steps of two seconds; three looks, at 60, 90 and 100, of 100 s
        assertThat(progress.line(31)).isEqualTo("step 31 of 100  loss 0.5000  2.00 s/step  0:07:18 left");
    }

    @Test
    void theLossGoesOnWhereItWasAndThePaceIsThatOfThisRun() {
        var progress = new Progress(100, 50, Collections.nCopies(40, 0.25), nanos::get);
        step(progress, 9);
        step(progress, 1);
        assertThat(progress.line(42)).startsWith("step 42 of 100  loss 0.27").endsWith("1.00 s/step  0:00:58 left");
    }

    private void step(Progress progress, long seconds) {
        nanos.addAndGet(seconds * 1_000_000_000L);
        progress.step(0.5);
    }
}
