package org.midline.dicom.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DecimalStringTest {
    @Test
    void isShortWhereItCanBe() {
        assertThat(DecimalString.of(0.1)).isEqualTo("0.1");
        assertThat(DecimalString.of(-0.0)).isEqualTo("0");
        assertThat(DecimalString.of(5)).isEqualTo("5");
        assertThat(DecimalString.of(-Math.PI)).isEqualTo("-3.1415926535898");
        assertThat(DecimalString.thousandths(-12.00049)).isEqualTo("-12");
        assertThat(DecimalString.thousandths(101.2345678)).isEqualTo("101.235");
    }

    @Property
    void everyNumberFitsAndComesBack(@ForAll @DoubleRange(min = -1e300, max = 1e300) double value) {
        String text = DecimalString.of(value);
        assertThat(text).hasSizeLessThanOrEqualTo(16).matches("[-+0-9.E]+");
        assertThat(Double.parseDouble(text)).isCloseTo(value, within(Math.abs(value) * 1e-8));
    }

    @Property
    void coordinatesComeBackToABillionth(@ForAll @DoubleRange(min = -999, max = 999) double value) {
        assertThat(Double.parseDouble(DecimalString.of(value))).isCloseTo(value, within(1e-10));
    }
}
