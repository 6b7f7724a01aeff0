package org.midline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TukeyBoxTest {

    @Test
    void whiskersEndAtTheLastValueWithinReach() {
        // quartiles 3, 5, 7: the box is 4 long, and whiskers reach from -3 to 13
        TukeyBox box = TukeyBox.of(new double[] {5, 1, 2, 3, 4, 6, 7, 8, 20});
        assertThat(box).isEqualTo(new TukeyBox(1, 3, 5, 7, 8));
    }

    @Test
    void oneValueIsALine() {
        assertThat(TukeyBox.of(new double[] {0.7})).isEqualTo(new TukeyBox(0.7, 0.7, 0.7, 0.7, 0.7));
    }

    @Test
    void noValueHasNoBox() {
        assertThatThrownBy(() -> TukeyBox.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void inOrder(@ForAll @Size(min = 1, max = 30) double @DoubleRange(min = -5, max = 5) [] values) {
        TukeyBox box = TukeyBox.of(values);
        assertThat(new double[] {
                    box.lowWhisker(), box.firstQuartile(), box.median(), box.thirdQuartile(), box.highWhisker()
                })
                .isSorted();
    }
}
