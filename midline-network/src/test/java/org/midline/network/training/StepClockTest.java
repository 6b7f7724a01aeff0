package org.midline.network.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.midline.network.training.StepClock.Phase;

class StepClockTest {
    private long now;

    @Test
    void sharesArePartsOfTheStepsWithoutTheFirstAndWithoutWhatLiesBetween() {
        var clock = new StepClock(() -> now);
        for (int step = 0; step < 13; step++) {
            now += 5_000_000_000L;
            clock.begin();
            now += step < 3 ? 900_000_000 : 100_000_000;
            clock.end(Phase.PATCHES);
            now += 400_000_000;
            clock.end(Phase.FORWARD);
            now += 1_500_000_000;
            clock.end(Phase.BACKWARD);
            clock.stepDone(40_000_000_000L);
        }
        assertThat(clock.summary())
                .contains("A step took 2.00 s: waiting for patches 5.0 %, forward 20.0 %, backward 75.0 %. "
                        + "Its convolutions are 40.0 GFLOP, 20.0 GFLOP/s over the whole step");
    }

    @Test
    void nothingIsSaidAfterTooFewSteps() {
        var clock = new StepClock(() -> now++);
        clock.begin();
        clock.end(Phase.FORWARD);
        clock.stepDone(1);
        assertThat(clock.summary()).isEmpty();
    }
}
