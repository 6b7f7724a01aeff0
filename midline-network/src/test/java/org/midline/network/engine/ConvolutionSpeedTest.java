package org.midline.network.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConvolutionSpeedTest {
    @Test
    void aConvolutionTakesTimeAndDoesWork() {
        ConvolutionSpeed speed = ConvolutionSpeed.measure(new ConvolutionShape(4, 4, 3, 1, 1), 1, 8);
        assertThat(speed.forward()).isPositive().isFinite();
        assertThat(speed.training()).isPositive().isFinite();
    }
}
