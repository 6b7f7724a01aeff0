package org.midline.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointIntervalTest {

    @Test
    void stepsOrTime() {
        assertThat(CheckpointInterval.ofText("200")).isEqualTo(new CheckpointInterval.Steps(200));
        assertThat(CheckpointInterval.ofText("90s")).isEqualTo(new CheckpointInterval.Time(Duration.ofSeconds(90)));
        assertThat(CheckpointInterval.ofText("5 min")).isEqualTo(CheckpointInterval.usual());
        assertThat(CheckpointInterval.ofText("1h").due(3, Duration.ofMinutes(60)))
                .isTrue();
        assertThat(CheckpointInterval.ofText("1h").due(99999, Duration.ofMinutes(59)))
                .isFalse();
        assertThat(CheckpointInterval.ofText("3").due(3, Duration.ZERO)).isTrue();
        assertThat(CheckpointInterval.ofText("3").due(2, Duration.ofDays(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0s", "-3", "5 weeks", "1.5h", "often"})
    void refusesOtherText(String text) {
        assertThatThrownBy(() -> CheckpointInterval.ofText(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5min");
    }
}
